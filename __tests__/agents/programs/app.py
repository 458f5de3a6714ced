"""Starts the agent, and waits for the end of its input."""

import json
import os
import sys

import rook

labels = os.environ.get("PROGRAM_LABELS")
rook.start(labels=None if labels is None else json.loads(labels))
sys.stdin.read()
