#!/usr/bin/env bash
# cdktf 0.21.0 (npm and PyPI, with jsii 1.142.0): a date in a value that may be anything becomes an empty object, in silence. In
# Python it is so for a datetime with a time zone; one without is refused, with the advice to add a time zone.
# Seen: {"at":{}} in JavaScript, {"at": {}} in Python, and "TypeError: Naive datetimes are not supported"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent cdktf@0.21.0 constructs@10.6.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check cdktf==0.21.0 constructs==10.6.0 jsii==1.142.0

cat > app.js << 'APP'
const { App, TerraformLocal, TerraformStack, Testing } = require('cdktf');
const stack = new TerraformStack(new App(), 'stack');
new TerraformLocal(stack, 'build', { at: new Date(0) });
console.log(JSON.stringify(JSON.parse(Testing.synth(stack)).locals.build));
APP
cat > app.py << 'APP'
import json, sys
from datetime import datetime, timezone
from cdktf import App, TerraformLocal, TerraformStack, Testing
stack = TerraformStack(App(), "stack")
zone = timezone.utc if sys.argv[1] == "aware" else None
TerraformLocal(stack, "build", {"at": datetime(2026, 1, 2, tzinfo=zone)})
print(json.dumps(json.loads(Testing.synth(stack))["locals"]["build"]))
APP

node app.js > js.log
python/bin/python app.py aware > aware.log 2> aware.err
if python/bin/python app.py naive > naive.log 2>&1; then echo 'changed: a date without a time zone is taken'; exit 1; fi
diff js.log <(echo '{"at":{}}') || { echo 'changed: JavaScript'; exit 1; }
diff aware.log <(echo '{"at": {}}') || { echo 'changed: Python'; exit 1; }
grep -q 'Naive datetimes are not supported' naive.log || { echo 'changed'; cat naive.log; exit 1; }
echo 'as described'
