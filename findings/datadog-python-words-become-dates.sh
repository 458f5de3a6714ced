#!/usr/bin/env bash
# datadog-api-client 2.62.0 (PyPI): a text that the models do not describe, as an attribute of a log, or what is new in a dashboard,
# becomes a date if it has 8 or more characters and can be guessed to be one. So "Saturday" is the Saturday that comes after the
# program ran, and "Tuesday" stays a text. One level deeper all stay. A dashboard that is read and written back is changed, in silence.
# Seen of a log: {"Tuesday": "str", "Saturday": "date", "12:30 UTC": "datetime", "2026.1.15": "date", "deeper": "str"}; of a dashboard
# with the new text "2026.1.15": written back as "2026-01-15T00:00:00.000Z"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check datadog-api-client==2.62.0

# A server on the loopback address stands for Datadog. It keeps what is written to it.
cat > program.py << 'PROGRAM'
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from datadog_api_client import ApiClient, Configuration
from datadog_api_client.v1.api.dashboards_api import DashboardsApi
from datadog_api_client.v2.api.logs_api import LogsApi

BOARD = {"title": "Shop", "layout_type": "ordered", "widgets": [], "new_text": "2026.1.15"}
TEXTS = ["Tuesday", "Saturday", "12:30 UTC", "2026.1.15"]
LOG = {**{text: text for text in TEXTS}, "deeper": {"text": "Saturday"}}
written = []


class Datadog(BaseHTTPRequestHandler):
    def answer(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        written.append(json.loads(sent or "null"))
        logs = {"data": [{"id": "1", "type": "log", "attributes": {"attributes": LOG}}]}
        body = json.dumps(BOARD if "dashboard" in self.path else logs).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_POST = answer

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Datadog)
Thread(target=server.serve_forever, daemon=True).start()
configuration = Configuration(host=f"http://127.0.0.1:{server.server_port}")
configuration.api_key = {"apiKeyAuth": "none", "appKeyAuth": "none"}
with ApiClient(configuration) as client:
    log = LogsApi(client).list_logs().data[0].attributes.attributes
    kinds = {text: type(log[text]).__name__ for text in TEXTS}
    print(json.dumps({**kinds, "deeper": type(log["deeper"]["text"]).__name__}))
    boards = DashboardsApi(client)
    boards.update_dashboard("abc", boards.get_dashboard("abc"))
    print(written[-1]["new_text"])
PROGRAM
python/bin/python program.py > seen.log

diff seen.log - << 'SEEN' || { echo 'changed'; exit 1; }
{"Tuesday": "str", "Saturday": "date", "12:30 UTC": "datetime", "2026.1.15": "date", "deeper": "str"}
2026-01-15T00:00:00.000Z
SEEN
echo 'as described'
