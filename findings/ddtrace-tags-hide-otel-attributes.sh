#!/usr/bin/env bash
# ddtrace 4.16.0 (PyPI) and dd-trace 5.132.0 (npm): both take service, environment and version from OpenTelemetry's variable
# OTEL_RESOURCE_ATTRIBUTES. With any DD_TAGS beside it, Python's tracer takes nothing of it, and says nothing: the service gets the
# name of its folder, and has no environment. Node's takes both. So a tag that is added to all pods renames only the Python services.
# Seen with DD_TAGS=team:shop: cart/prod/2 of Node, cart-folder/-/- of Python; without: cart/prod/2 of both
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/cart-folder"
cd "$folder/cart-folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent dd-trace@5.132.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check ddtrace==4.16.0

# What each tracer writes into a log: the service, the environment and the version.
cat > app.js << 'JS'
const { tracer } = require('dd-trace').init();
const logged = {};
tracer.inject(tracer.startSpan('span'), 'log', logged);
console.log([logged.dd.service, logged.dd.env, logged.dd.version].map((text) => text || '-').join('/'));
process.exit();
JS
cat > app.py << 'PY'
from ddtrace.trace import tracer
with tracer.trace("span"):
    logged = tracer.get_log_correlation_context()
print("/".join(logged[name] or "-" for name in ("dd.service", "dd.env", "dd.version")))
PY
unset DD_TAGS DD_SERVICE DD_ENV DD_VERSION OTEL_SERVICE_NAME
export DD_INSTRUMENTATION_TELEMETRY_ENABLED=false DD_REMOTE_CONFIGURATION_ENABLED=false DD_TRACE_STARTUP_LOGS=false
export OTEL_RESOURCE_ATTRIBUTES=service.name=cart,deployment.environment.name=prod,service.version=2
seen() {
  [ "$("$@" 2> err.log)" = "$expected" ] || { echo "changed: $*: $("$@" 2> err.log), not $expected"; exit 1; }
}
expected=cart/prod/2
seen node app.js
seen python/bin/python app.py
export DD_TAGS=team:shop
seen node app.js
expected=cart-folder/-/-
seen python/bin/python app.py
echo 'as described'
