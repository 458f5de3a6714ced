#!/usr/bin/env bash
# @datadog/datadog-api-client 1.64.0 (npm): a widget of a kind that the client does not know is an `UnparsedObject`, and the graphs beside
# it are read. But in a group, where graphs mostly are, one such widget makes the group unknown, and all the graphs in it: the group has
# no type, no title and no widgets. A program that lists graphs finds none of them, without an error. The same of one unknown value in
# one graph, as a new word for a time span.
# Seen: {"board":["timeseries","unknown"],"group":["note","timeseries"],"groupWithUnknown":"unknown","groupWithNewWord":"unknown"}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent @datadog/datadog-api-client@1.64.0

# A server on the loopback address stands for Datadog.
cat > program.js << 'JS'
const { createServer } = require('http');
const { client, v1 } = require('@datadog/datadog-api-client');
const graph = (more) => ({ definition: { type: 'timeseries', requests: [{ q: 'avg:system.load.1{*}' }], ...more } });
const note = { definition: { type: 'note', content: 'Read me' } };
const unknown = { definition: { type: 'kind_of_next_year', requests: [] } };
const group = (...widgets) => ({ definition: { type: 'group', layout_type: 'ordered', title: 'Cart', widgets } });
const widgets = [
  graph(),
  unknown,
  group(note, graph()),
  group(note, graph(), unknown),
  group(note, graph({ time: { live_span: 'span_of_next_year' } })),
];
const board = { title: 'Shop', layout_type: 'ordered', widgets };
const server = createServer((_, answer) => {
  answer.setHeader('Content-Type', 'application/json');
  answer.end(JSON.stringify(board));
});
const types = (all) => all.map(({ definition }) => definition.type ?? 'unknown');
const inside = ({ definition }) => (definition.widgets ? types(definition.widgets) : 'unknown');
server.listen(0, '127.0.0.1', async () => {
  const baseServer = new client.BaseServerConfiguration(`http://127.0.0.1:${server.address().port}`, {});
  const authMethods = { apiKeyAuth: 'none', appKeyAuth: 'none' };
  const api = new v1.DashboardsApi(client.createConfiguration({ baseServer, authMethods }));
  const [first, second, right, withUnknown, withWord] = (await api.getDashboard({ dashboardId: 'abc' })).widgets;
  const seen = { board: types([first, second]), group: inside(right) };
  console.log(JSON.stringify({ ...seen, groupWithUnknown: inside(withUnknown), groupWithNewWord: inside(withWord) }));
  process.exit();
});
JS

seen=$(node program.js)
expected='{"board":["timeseries","unknown"],"group":["note","timeseries"],"groupWithUnknown":"unknown","groupWithNewWord":"unknown"}'
[ "$seen" = "$expected" ] || { echo "changed: $seen"; exit 1; }
echo 'as described'
