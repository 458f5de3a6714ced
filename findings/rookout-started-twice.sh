#!/usr/bin/env bash
# rookout 0.144.0 (npm): where a program starts the agent twice, as two libraries may do, each start is reported, with the
# same agent id and with its own labels. Nothing is said of the second. A worker thread that starts it is an agent of its own.
# Seen: {"starts":["first","second"],"ids":1} of one thread, {"starts":["main","worker"],"ids":2} of two threads
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent rookout@0.144.0 ws@8.18.3

cat > start.js << 'APP'
exports.start = (service) => require('rookout').start({ log_file: '', labels: { service } });
APP
cat > twice.js << 'APP'
const { start } = require('./start');
start('first');
start('second');
process.stdin.resume();
APP
cat > threads.js << 'APP'
const { isMainThread, Worker } = require('worker_threads');
require('./start').start(isMainThread ? 'main' : 'worker');
if (isMainThread) new Worker(__filename);
process.stdin.resume();
APP
# A server on the loopback address stands for the controller. The first message of an agent has its id and its labels.
cat > reports.js << 'APP'
const { spawn } = require('child_process');
const { WebSocketServer } = require('ws');
const controller = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
  const address = { ROOKOUT_CONTROLLER_HOST: 'ws://127.0.0.1', ROOKOUT_CONTROLLER_PORT: `${controller.address().port}` };
  const program = spawn(process.execPath, [process.argv[2]], { env: { ...process.env, ...address } });
  const reports = [];
  const end = () => {
    const starts = reports.map(({ label }) => label).sort();
    console.log(JSON.stringify({ starts, ids: new Set(reports.map(({ id }) => id)).size }));
    program.kill('SIGKILL');
    process.exit();
  };
  setTimeout(end, 30_000).unref();
  controller.on('connection', (agent) =>
    agent.on('message', (message) => {
      const text = message.toString('latin1');
      if (!text.includes('NewAgentMessage')) return;
      reports.push({ id: /[0-9a-f]{32}/.exec(text)[0], label: /service[^]{2}([a-z]+)/.exec(text)[1] });
      if (reports.length === 2) end();
    }),
  );
});
APP

node reports.js twice.js > twice.log
node reports.js threads.js > threads.log
diff twice.log <(echo '{"starts":["first","second"],"ids":1}') || { echo 'changed: two starts'; exit 1; }
diff threads.log <(echo '{"starts":["main","worker"],"ids":2}') || { echo 'changed: two threads'; exit 1; }
echo 'as described'
