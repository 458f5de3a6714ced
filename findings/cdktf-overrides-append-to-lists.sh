#!/usr/bin/env bash
# cdktf 0.21.0 (with constructs 10.6.0): an override of a list is added to the resource's own list, at its end, while a
# second override replaces the first. So an override can neither shorten a list nor change an item of it.
# Seen: {"once":["a","b"],"twice":["a","c"],"byStack":["a","b"]}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 constructs@10.6.0

cat > app.js << 'APP'
const { App, TerraformResource, TerraformStack, Testing } = require('cdktf');
const stack = new TerraformStack(new App(), 'stack');
class Thing extends TerraformResource {
  constructor(id) {
    super(stack, id, { terraformResourceType: 'thing' });
  }
  synthesizeAttributes() {
    return { items: ['a'] };
  }
}
new Thing('once').addOverride('items', ['b']);
const changed = new Thing('twice');
changed.addOverride('items', ['b']);
changed.addOverride('items', ['c']);
new Thing('byStack');
stack.addOverride('resource.thing.byStack.items', ['b']);
const { thing } = JSON.parse(Testing.synth(stack)).resource;
const [once, twice, byStack] = [thing.once, thing.twice, thing.byStack].map(({ items }) => items);
console.log(JSON.stringify({ once, twice, byStack }));
APP

seen=$(node app.js)
[ "$seen" = '{"once":["a","b"],"twice":["a","c"],"byStack":["a","b"]}' ] || { echo "changed: $seen"; exit 1; }
echo 'as described'
