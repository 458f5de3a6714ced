#!/usr/bin/env bash
# jsii 1.142.0 for Python, here with cdktf 0.21.0 (PyPI): where a struct is asked for, its type says that a dict will do. A dict in
# place of one struct has Python's names. In a list whose items may be one of several structs, and where a value may be one of several,
# the same dict is passed on as it is: a key of two words is lost in silence, and only JavaScript's name for it works, which is an error
# in the first place.
# Seen: {"working_dir": null, "workingDir": "/srv", "bastion_host": null, "struct": "/srv", "create_before_destroy": true} and
# "unexpected keyword argument 'createBeforeDestroy'"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check cdktf==0.21.0 constructs==10.6.0 jsii==1.142.0

cat > app.py << 'APP'
import json
from cdktf import App, LocalExecProvisioner, TerraformResource, TerraformStack, Testing
stack = TerraformStack(App(), "stack")


def synthesized(id, **config):
    TerraformResource(stack, id, terraform_resource_type="thing", **config)
    return json.loads(Testing.synth(stack))["resource"]["thing"][id]


def in_list(id, item):
    return synthesized(id, provisioners=[item])["provisioner"][0]["local-exec"].get("working_dir")


run = {"type": "local-exec", "command": "make"}
jump = {"type": "ssh", "host": "a.example.com", "bastion_host": "b.example.com"}
print(json.dumps({
    "working_dir": in_list("python", {**run, "working_dir": "/srv"}),
    "workingDir": in_list("javascript", {**run, "workingDir": "/srv"}),
    "bastion_host": synthesized("either", connection=jump)["connection"].get("bastion_host"),
    "struct": in_list("struct", LocalExecProvisioner(**run, working_dir="/srv")),
    "create_before_destroy": synthesized("one", lifecycle={"create_before_destroy": True})["lifecycle"]["create_before_destroy"],
}))
try:
    synthesized("other", lifecycle={"createBeforeDestroy": True})
except TypeError as error:
    print(error)
APP

python/bin/python app.py > seen.log 2> err.log
expected='{"working_dir": null, "workingDir": "/srv", "bastion_host": null, "struct": "/srv", "create_before_destroy": true}'
[ "$(head -n 1 seen.log)" = "$expected" ] || { echo 'changed: dicts in lists'; cat seen.log err.log; exit 1; }
grep -q "unexpected keyword argument 'createBeforeDestroy'" seen.log || { echo 'changed: one dict'; cat seen.log; exit 1; }
echo 'as described'
