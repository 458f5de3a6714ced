#!/usr/bin/env bash
# cdktf 0.21.0 (with constructs 10.6.0): an app that only declares `new DataResource(…)` can't be synthesized on a machine
# without Terraform, although synthesizing only writes JSON. `importFrom` does the same to any resource; `moveFromId`, which
# also writes a block of a newer Terraform, does not. The validations run `terraform version` in a shell.
# Seen: "Could not determine version of terraform, terraform version failed: Error: Command failed: terraform version"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 constructs@10.6.0

synth() {
  printf '%s\n' \
    "const { App, DataResource, TerraformResource, TerraformStack, Testing } = require('cdktf');" \
    "const stack = new TerraformStack(new App(), 'stack');" \
    "const resource = (id) => new TerraformResource(stack, id, { terraformResourceType: 'thing' });" \
    "$1" \
    "Testing.synth(stack, true); console.log('synthesized');" > app.js
  PATH='' "$node" app.js 2>&1 || true
}

node=$(command -v node)
expected='Could not determine version of terraform, terraform version failed'
for line in \
  "new DataResource(stack, 'data', { input: 'x' });" \
  "resource('imported').importFrom('some-id');"; do
  synth "$line" > out.log
  grep -q "$expected" out.log || { echo "changed: $line no longer asks for Terraform"; cat out.log; exit 1; }
done
for line in "resource('plain');" "resource('moved').moveFromId('thing.other');"; do
  synth "$line" > out.log
  grep -qx synthesized out.log || { echo "changed: $line is not synthesized"; cat out.log; exit 1; }
done
echo "as described"
