#!/usr/bin/env bash
# cdktf 0.21.0 (with constructs 10.6.0): the token of a number, put into a text, is found by an expression that also takes the
# signs `-`, `.`, `+`, digits and `e` around it. So the text around a number that only Terraform knows is lost, or the
# token's own digits are deployed, in silence. Inside of a function's argument the reference becomes plain text. And
# arithmetic with such a number is lost as well.
# Seen: `${n}.example.com` is "${var.n}xample.com", `v${n}.0` is "v${var.n}", `${n}-${n}` is "${var.n}", `web-${n}` is
# "web--8.109562212591379e+298", Fn.join of `x${n}` and "y" is ${join("-", ["xvar.n", "y"])}, n + 1 is "${var.n}"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 constructs@10.6.0

cat > app.js << 'APP'
const { App, Fn, TerraformLocal, TerraformStack, TerraformVariable, Testing } = require('cdktf');
const stack = new TerraformStack(new App(), 'stack');
const n = new TerraformVariable(stack, 'n', { type: 'number' }).numberValue;
const values = {
  right: `web ${n}`,
  domain: `${n}.example.com`,
  version: `v${n}.0`,
  range: `${n}-${n}`,
  name: `web-${n}`,
  joined: Fn.join('-', [`x${n}`, 'y']),
  next: n + 1,
};
for (const [name, value] of Object.entries(values)) new TerraformLocal(stack, name, value);
const { locals } = JSON.parse(Testing.synth(stack));
for (const name of Object.keys(values)) console.log(name, locals[name].replace(/-8\.1\d+e/, '-8.1…e'));
APP

cat > expected.log << 'LOG'
right web ${var.n}
domain ${var.n}xample.com
version v${var.n}
range ${var.n}
name web--8.1…e+298
joined ${join("-", ["xvar.n", "y"])}
next ${var.n}
LOG
node app.js > seen.log
diff expected.log seen.log || { echo 'changed'; exit 1; }
echo 'as described'
