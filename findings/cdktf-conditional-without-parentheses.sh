#!/usr/bin/env bash
# cdktf 0.21.0 and cdktn 0.24.0, with constructs 10.6.0: operators (`Op`) are written in parentheses, `Fn.conditional` is not. So where a
# conditional is a part of another expression, its last value takes the rest in, and Terraform computes something else, in silence:
# (flag ? 1 : 2) + 3 is 1 instead of 4, the attribute is that of the second map only, and a conditional as condition gives a truth value
# instead of a text.
# Seen: ${(var.flag ? 1 : 2 + 3)}, ${var.flag ? var.eu : var.us.zone}, ${!var.flag ? true : false} and
# ${var.flag ? true : var.other ? "yes" : "no"}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 cdktn@0.24.0 constructs@10.6.0
cat > app.js << 'JS'
const { App, Fn, Op, TerraformLocal, TerraformStack, TerraformVariable, Testing } = require(process.argv[2]);
const stack = new TerraformStack(new App(), 'stack');
const [flag, other, eu, us] = ['flag', 'other', 'eu', 'us'].map((id) => new TerraformVariable(stack, id, {}).value);
new TerraformLocal(stack, 'sum', Op.add(Fn.conditional(flag, 1, 2), 3));
new TerraformLocal(stack, 'attribute', Fn.lookupNested(Fn.conditional(flag, eu, us), ['zone']));
new TerraformLocal(stack, 'not', Op.not(Fn.conditional(flag, true, false)));
new TerraformLocal(stack, 'condition', Fn.conditional(Fn.conditional(flag, true, other), 'yes', 'no'));
new TerraformLocal(stack, 'right', Op.add(Op.add(flag, 2), 3));
const { locals } = JSON.parse(Testing.synth(stack));
for (const name of ['sum', 'attribute', 'not', 'condition', 'right']) console.log(locals[name]);
JS

for framework in cdktf cdktn; do
  node app.js "$framework" > seen.log
  diff seen.log - << 'SEEN' || { echo "changed: $framework"; exit 1; }
${(var.flag ? 1 : 2 + 3)}
${var.flag ? var.eu : var.us.zone}
${!var.flag ? true : false}
${var.flag ? true : var.other ? "yes" : "no"}
${((var.flag + 2) + 3)}
SEEN
done
echo 'as described'
