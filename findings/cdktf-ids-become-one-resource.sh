#!/usr/bin/env bash
# cdktf 0.21.0 and cdktn 0.24.0, with constructs 10.6.0: the name of a resource is the id of its construct, of which only letters,
# digits, `_` and `-` are left. Two constructs directly in a stack whose ids differ in other signs are one resource, in silence: it has
# the attributes of both, the second's where both have one, and the items of both lists. So one of two dashboards is never deployed,
# and the other has both's widgets. Inside of another construct a hash keeps them apart.
# Seen of "api-v1.2" and "api-v12": {"api-v12":{"title":"12","only":"of 1.2","tags":["a","b"]}}; inside of a construct: 2 resources
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 cdktn@0.24.0 constructs@10.6.0
cat > app.js << 'JS'
const { readFileSync } = require('fs');
const { Construct } = require('constructs');
const { App, TerraformResource, TerraformStack } = require(process.argv[2]);
class Thing extends TerraformResource {
  constructor(scope, id, attributes) {
    super(scope, id, { terraformResourceType: 'thing' });
    this.synthesizeAttributes = () => attributes;
  }
}
const things = (scope) => {
  new Thing(scope, 'api-v1.2', { title: '1.2', only: 'of 1.2', tags: ['a'] });
  new Thing(scope, 'api-v12', { title: '12', tags: ['b'] });
};
const app = new App({ outdir: 'out' });
things(new TerraformStack(app, 'direct'));
things(new Construct(new TerraformStack(app, 'inside'), 'scope'));
app.synth();
const synthesized = (stack) => JSON.parse(readFileSync(`out/stacks/${stack}/cdk.tf.json`, 'utf8')).resource.thing;
const direct = synthesized('direct');
for (const resource of Object.values(direct)) delete resource['//'];
const { title, only, tags } = direct['api-v12'];
console.log(JSON.stringify({ ...direct, 'api-v12': { title, only, tags } }), Object.keys(synthesized('inside')).length);
JS

for framework in cdktf cdktn; do
  seen=$(node app.js "$framework" 2>&1)
  [ "$seen" = '{"api-v12":{"title":"12","only":"of 1.2","tags":["a","b"]}} 2' ] || { echo "changed: $framework: $seen"; exit 1; }
done
echo 'as described'
