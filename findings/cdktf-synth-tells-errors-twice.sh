#!/usr/bin/env bash
# cdktf-cli 0.21.0: what an app writes to stderr is no error of its own, and yet `cdktf synth` prints it as "[ERROR] default -"
# on stdout. If the app also fails, all of it comes once more on stderr, below "Command output on stderr:". A script that looks
# for errors in the output finds one where there is only a warning, and each error twice.
# Seen: "[ERROR] default - only a warning" of a synth that ends with 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf-cli@0.21.0 cdktf@0.21.0 constructs@10.6.0 > install.log
echo '{ "app": "node app.js", "language": "typescript", "projectId": "finding", "sendCrashReports": "false" }' > cdktf.json
export CI=1 CHECKPOINT_DISABLE=1

# What the command prints of a text that the app writes to stderr, before it goes on or fails.
synth() {
  printf '%s\n' "const { App, TerraformStack } = require('cdktf'); const app = new App();" \
    "new TerraformStack(app, 'stack'); console.error('$1'); $2" > app.js
  npx --no-install cdktf synth --no-color > out.log 2> err.log
}

synth 'only a warning' 'app.synth();' || { echo 'changed: a warning makes it fail'; exit 1; }
grep -q '\[ERROR\] default - .*only a warning' out.log || { echo 'changed: a warning is no error'; cat out.log; exit 1; }
if synth 'a mistake' 'process.exit(1);'; then echo 'changed: it does not fail'; exit 1; fi
for log in out.log err.log; do
  grep -q 'a mistake' "$log" || { echo "changed: $log does not have it"; cat out.log err.log; exit 1; }
done
echo 'as described'
