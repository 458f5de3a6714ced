"""Runs the programs in `programs.json`, a list of texts, and synthesizes each to a folder beside it, named by index."""

import functools
import json
import os

import cdktf

out = os.environ["CDKTF_OUTDIR"]
with open(os.path.join(out, "programs.json")) as file:
    programs = json.load(file)

App = cdktf.App
for index, program in enumerate(programs):
    cdktf.App = functools.partial(App, outdir=os.path.join(out, str(index)))
    exec(program, {})
