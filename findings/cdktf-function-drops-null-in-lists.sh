#!/usr/bin/env bash
# cdktf 0.21.0 (with constructs 10.6.0): a list with null in it, given to a function of Terraform, loses the word and keeps
# the comma, so Terraform can't read the expression. In an object, and outside of functions, null stays.
# Seen: {"inList":"${jsonencode([, 1])}","inObject":"${jsonencode({\"a\" = null})}","plain":[null,1]}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 constructs@10.6.0

cat > app.js << 'APP'
const { App, Fn, TerraformLocal, TerraformStack, Testing } = require('cdktf');
const stack = new TerraformStack(new App(), 'stack');
new TerraformLocal(stack, 'inList', Fn.jsonencode([null, 1]));
new TerraformLocal(stack, 'inObject', Fn.jsonencode({ a: null }));
new TerraformLocal(stack, 'plain', [null, 1]);
const { inList, inObject, plain } = JSON.parse(Testing.synth(stack)).locals;
console.log(JSON.stringify({ inList, inObject, plain }));
APP

seen=$(node app.js)
expected='{"inList":"${jsonencode([, 1])}","inObject":"${jsonencode({\"a\" = null})}","plain":[null,1]}'
[ "$seen" = "$expected" ] || { echo "changed: $seen"; exit 1; }
echo 'as described'
