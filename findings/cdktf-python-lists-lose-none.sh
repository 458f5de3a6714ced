#!/usr/bin/env bash
# cdktf 0.21.0 for Python (PyPI, with constructs 10.6.0 and jsii 1.142.0): None in a list is left out, and the items behind it
# move up. A table whose second column is empty gets its third in that place. In TypeScript the list keeps null.
# Seen: {"row": ["a", "c"]}, beside {"row":["a",null,"c"]} of the same program in JavaScript
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
new TerraformLocal(stack, 'table', { row: ['a', null, 'c'] });
console.log(JSON.stringify(JSON.parse(Testing.synth(stack)).locals.table));
APP
cat > app.py << 'APP'
import json
from cdktf import App, TerraformLocal, TerraformStack, Testing
stack = TerraformStack(App(), "stack")
TerraformLocal(stack, "table", {"row": ["a", None, "c"]})
print(json.dumps(json.loads(Testing.synth(stack))["locals"]["table"]))
APP

node app.js > js.log
python/bin/python app.py > python.log 2> python.err
diff js.log <(echo '{"row":["a",null,"c"]}') || { echo 'changed: JavaScript'; exit 1; }
diff python.log <(echo '{"row": ["a", "c"]}') || { echo 'changed: Python'; exit 1; }
echo 'as described'
