#!/usr/bin/env bash
# rook 0.1.209 (PyPI, with Python 3.11): with a label that is no text, as {"build": 42}, the agent connects to the controller again and
# again, and never registers. `start` waits for some seconds, and the program goes on without a word on the console. The log blames the
# connection: "Failed to connect to the controller - will continue attempting in the background". So one looks for a mistake in the
# network. Node's agent, rookout 0.144.0 (npm), names the label at once.
# Seen of Python: connected, not registered, and no word of a label in the log; of Node: "Rook label should be a map of strings"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check rook==0.1.209 websockets==15.0.1
npm init --yes > init.log
npm install --no-audit --no-fund --silent rookout@0.144.0

cat > start.py << 'PY'
import sys
import rook
rook.start(log_file="", log_to_stderr=sys.argv[2] == "logged", labels={"build": 42 if sys.argv[1] == "number" else "42"})
PY
# A server on the loopback address stands for the controller. It tells whether an agent has connected, and has registered.
cat > controller.py << 'PY'
import asyncio, os, sys
from rook.protobuf.envelope_pb2 import Envelope
from rook.protobuf.messages_pb2 import InitialAugsCommand
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


async def main():
    seen = set()

    async def talk(agent):
        seen.add("connected")
        try:
            async for data in agent:
                if b"NewAgentMessage" in data:
                    seen.add("registered")
                    command = Envelope()
                    command.msg.Pack(InitialAugsCommand())
                    await agent.send(command.SerializeToString())
        except ConnectionClosed:
            pass

    async with serve(talk, "127.0.0.1", 0) as server:
        address = {"ROOKOUT_CONTROLLER_HOST": "ws://127.0.0.1"}
        address["ROOKOUT_CONTROLLER_PORT"] = str(server.sockets[0].getsockname()[1])
        program = await asyncio.create_subprocess_exec(*sys.argv[1:], env={**os.environ, **address})
        await asyncio.wait_for(program.wait(), 60)
    print(" ".join(sorted(seen)))


asyncio.run(main())
PY

has() {
  grep -qF -- "$2" "$1" || { echo "changed: $1 has not: $2"; cat "$1"; exit 1; }
}
unset ROOKOUT_LABELS
run=(python/bin/python controller.py)
for kind in 'text silent' 'number silent' 'number logged'; do
  "${run[@]}" python/bin/python start.py $kind > "$kind.log" 2> "$kind.err"
done
"${run[@]}" node -e "require('rookout').start({ log_file: '', labels: { build: 42 } })" > node.log 2>&1
[ "$(tail -n 1 'text silent.log')" = 'connected registered' ] || { echo 'changed: a text'; cat text*; exit 1; }
cat 'number silent.log' 'number silent.err' > silent.log
diff silent.log <(echo connected) || { echo 'changed: a number'; exit 1; }
has 'number logged.err' 'Failed to connect to the controller - will continue attempting in the background'
! grep -qi label 'number logged.err' || { echo 'changed: the log names the label'; cat 'number logged.err'; exit 1; }
has node.log 'Rook label should be a map of strings'
echo 'as described'
