"""Runs a program, and prints what all of its processes took: processor time in seconds, and the largest one's memory in bytes."""

import ctypes
import json
import os
import resource
import subprocess
import sys

# On Linux, what outlives the program becomes a child of this process, which then waits for it as well.
PR_SET_CHILD_SUBREAPER = 36
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

subprocess.run(sys.argv[1:], check=True)
try:
    while True:
        os.wait()
except ChildProcessError:
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "bytes": used.ru_maxrss * 1024}))
