#!/usr/bin/env bash
# cdktf 0.21.0 and cdktn 0.24.0, with constructs 10.6.0: a synthesized resource has a place for the stack trace of its construct,
# `//.metadata.stackTrace`, and `App` has an option `stackTraces`, on by default. No element ever has one: the framework adds the entry
# "stacktrace" without asking for the trace, which constructs 10 takes only where it is asked. Warnings of `Annotations` do have theirs.
# So nothing that reads the output, as a linter does, can tell the line of a resource.
# Seen: {"entry":"stacktrace","trace":"none","inOutput":["path","uniqueId"],"ofWarning":"taken"}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 cdktn@0.24.0 constructs@10.6.0
cat > app.js << 'JS'
const { readFileSync } = require('fs');
const { Annotations, App, TerraformResource, TerraformStack } = require(process.argv[2]);
const app = new App({ stackTraces: true, outdir: 'out' });
const stack = new TerraformStack(app, 'stack');
const resource = new TerraformResource(stack, 'resource', { terraformResourceType: 'terraform_data' });
Annotations.of(resource).addWarning('odd');
const element = resource.node.metadata.find(({ type }) => type === 'stacktrace');
const warning = resource.node.metadata.find(({ data }) => data === 'odd');
app.synth();
const { resource: resources } = JSON.parse(readFileSync('out/stacks/stack/cdk.tf.json', 'utf8'));
const { metadata } = resources.terraform_data.resource['//'];
const taken = (entry) => (Array.isArray(entry.trace) && entry.trace.length > 0 ? 'taken' : 'none');
console.log(
  JSON.stringify({
    entry: element.type,
    trace: taken(element),
    inOutput: Object.keys(metadata),
    ofWarning: taken(warning),
  }),
);
JS
seen='{"entry":"stacktrace","trace":"none","inOutput":["path","uniqueId"],"ofWarning":"taken"}'
for framework in cdktf cdktn; do
  node app.js "$framework" 2> error.log | tee "$framework.log"
  grep --fixed-strings --line-regexp --quiet "$seen" "$framework.log"
done
echo 'as described'
