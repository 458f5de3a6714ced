#!/usr/bin/env bash
# cdktf 0.21.0 (with constructs 10.6.0), synthesis to HCL (`cdktf synth --hcl`): a backslash in a text is not escaped, so a
# Windows path gets a tab, in silence. A quotation mark is escaped, but not where the text has a reference in it: then
# Terraform 1.11 can't read the file. In JSON all are right.
# Seen: value = "C:\temp", value = "say \"hi\"" and value = "say "hi" to ${var.name}"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 constructs@10.6.0

cat > app.js << 'APP'
const { App, TerraformOutput, TerraformStack, TerraformVariable, Testing } = require('cdktf');
const stack = new TerraformStack(new App(), 'stack');
const name = new TerraformVariable(stack, 'name', { type: 'string', default: 'Ada' });
new TerraformOutput(stack, 'path', { value: 'C:\\temp' });
new TerraformOutput(stack, 'greeting', { value: 'say "hi"' });
if (process.argv[2] === 'quoted') new TerraformOutput(stack, 'quoted', { value: `say "hi" to ${name.stringValue}` });
process.stdout.write(process.argv[3] === 'json' ? Testing.synth(stack) : Testing.synthHcl(stack));
APP

has() {
  grep -qxF -- "$2" "$1" || { echo "changed: $1 has no line: $2"; cat "$1"; exit 1; }
}
node app.js quoted hcl > quoted.tf
has quoted.tf 'value = "C:\temp"'
has quoted.tf 'value = "say \"hi\""'
has quoted.tf 'value = "say "hi" to ${var.name}"'
node app.js quoted json > right.json
node -e '
  const { output } = require("./right.json");
  const right = output.path.value === "C:\\temp" && output.quoted.value === "say \"hi\" to ${var.name}";
  if (!right) { console.log("changed: the JSON", output); process.exit(1); }
'

if command -v terraform > terraform.log; then
  mkdir path quoted
  node app.js plain hcl > path/main.tf
  terraform -chdir=path apply -auto-approve > apply.log
  value=$(terraform -chdir=path output -raw path)
  [ "$value" = "C:$(printf '\t')emp" ] || { echo "changed: Terraform has $value"; exit 1; }
  cp quoted.tf quoted/main.tf
  if terraform -chdir=quoted validate > validate.log 2>&1; then echo 'changed: Terraform reads the file'; exit 1; fi
fi
echo 'as described'
