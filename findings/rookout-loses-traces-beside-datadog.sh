#!/usr/bin/env bash
# Rookout's agents rook 0.1.209 (PyPI, with Python 3.11) and rookout 0.144.0 (npm), beside Datadog's tracers ddtrace 4.16.0 and dd-trace
# 5.132.0: what a breakpoint asks of the current trace (`trace.dump()`) is missing, although a span is active. Beside OpenTelemetry it is
# there, but in Python only until ddtrace is installed: the agent imports it first, and it has no `get_call_context` any more. Node's agent
# takes dd-trace for OpenTelemetry, whose API is installed with it, and reports itself with the label rookout_tracing_opentelemetry.
# Seen of Python: otel: trace, datadog: no trace, otel with ddtrace installed: no trace; of Node: otel: trace, datadog: no trace, labelled
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check rook==0.1.209 websockets==15.0.1 opentelemetry-sdk==1.45.2
npm init --yes > init.log
npm install --no-audit --no-fund --silent rookout@0.144.0 dd-trace@5.132.0 @opentelemetry/sdk-trace-node@2.0.1

# Programs that pay within a span, again and again. The breakpoint is in the third line of what they call.
printf 'def pay(price):\n    total = price + 1\n    return total\n' > cart.py
printf 'exports.pay = (price) => {\n  const total = price + 1;\n  return total;\n};\n' > cart.js
cat > start.py << 'PY'
import sys, time
import rook
rook.start(log_file="")
import cart
if sys.argv[1] == "otel":
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    trace.set_tracer_provider(TracerProvider())
    span = trace.get_tracer("shop").start_as_current_span
else:
    from ddtrace.trace import tracer
    span = tracer.trace
while True:
    with span("pay"):
        cart.pay(3)
    time.sleep(0.2)
PY
cat > start.js << 'JS'
require('rookout').start({ log_file: '' });
const { pay } = require('./cart');
let inSpan;
if (process.argv[2] === 'otel') {
  const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
  const { trace } = require('@opentelemetry/api');
  new NodeTracerProvider().register();
  inSpan = (run) => trace.getTracer('shop').startActiveSpan('pay', (span) => (run(), span.end()));
} else {
  const { tracer } = require('dd-trace').init();
  inSpan = (run) => tracer.trace('pay', run);
}
setInterval(() => inSpan(() => pay(3)), 200);
JS
# A server on the loopback address stands for the controller. It sets a breakpoint, and tells what the first report of it has.
cat > controller.py << 'PY'
import asyncio, json, os, subprocess, sys
from rook.protobuf.envelope_pb2 import Envelope
from rook.protobuf.messages_pb2 import InitialAugsCommand
from websockets.asyncio.server import serve

PATHS = {"store.total": "frame.total", "store.tracing": "trace.dump()"}
BREAKPOINT = {
    "id": "1",
    "location": {"name": "file_line", "filename": sys.argv[1], "lineno": 3},
    "action": {"name": "script", "operations": [{"name": "set", "paths": PATHS}]},
}


async def main():
    said = asyncio.get_running_loop().create_future()
    labels = []

    async def talk(agent):
        async for data in agent:
            if b"NewAgentMessage" in data:
                labels.extend(["labelled"] if b"rookout_tracing_opentelemetry" in data else [])
                command = Envelope()
                command.msg.Pack(InitialAugsCommand(augs=[json.dumps(BREAKPOINT)]))
                await agent.send(command.SerializeToString())
            elif b"AugReportMessage" in data and b"total" in data and not said.done():
                said.set_result("trace" if b"trace_id" in data else "no trace")

    async with serve(talk, "127.0.0.1", 0) as server:
        address = {"ROOKOUT_CONTROLLER_HOST": "ws://127.0.0.1"}
        address["ROOKOUT_CONTROLLER_PORT"] = str(server.sockets[0].getsockname()[1])
        program = subprocess.Popen(sys.argv[2:], env={**os.environ, **address}, stdout=sys.stderr)
        try:
            print(", ".join([await asyncio.wait_for(said, 60), *labels]), flush=True)
        finally:
            program.kill()


asyncio.run(main())
PY

unset ROOKOUT_LABELS ROOKOUT_TRACING_PROVIDER
export ROOKOUT_SKIP_NODE_WHITELIST=true
export DD_INSTRUMENTATION_TELEMETRY_ENABLED=false DD_REMOTE_CONFIGURATION_ENABLED=false DD_TRACE_STARTUP_LOGS=false
seen() {
  printf '%s: ' "$1" >> seen.log
  python/bin/python controller.py "${@:2}" >> seen.log 2> err.log || { echo "changed: $1"; cat err.log; exit 1; }
}
seen 'Python, otel' cart.py python/bin/python start.py otel
python/bin/pip install --quiet --disable-pip-version-check ddtrace==4.16.0
seen 'Python, datadog' cart.py python/bin/python start.py datadog
seen 'Python, otel with ddtrace installed' cart.py python/bin/python start.py otel
seen 'Node, otel' cart.js node start.js otel
npm uninstall --no-audit --no-fund --silent @opentelemetry/sdk-trace-node
seen 'Node, datadog' cart.js node start.js datadog
diff seen.log - << 'SEEN' || { echo 'changed'; exit 1; }
Python, otel: trace
Python, datadog: no trace
Python, otel with ddtrace installed: no trace
Node, otel: trace, labelled
Node, datadog: no trace, labelled
SEEN
echo 'as described'
