#!/usr/bin/env bash
# rookout 0.144.0 (npm), with Node 24.21.0 (npm's package node): the agent starts, prints that it is connected, and registers with its
# labels, so its instance is there to be selected. But it refuses each breakpoint, and tells only the controller: its list of Node's
# versions ends with 22, though its `engines` say ">= 8". With ROOKOUT_SKIP_NODE_WHITELIST=true the same breakpoint works. (A controller
# may send another list; the one here sends none.)
# Seen: "Successfully connected to controller", then "Unsupported Node version v24.21.0"; with the variable: Pending, Active, a report
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent rookout@0.144.0 ws@8.18.3 node@24.21.0

cat > shop.js << 'JS'
require('rookout').start({ log_file: '', labels: { service: 'cart' } });
const { pay } = require('./cart');
setInterval(() => pay(3), 200);
JS
printf 'exports.pay = (price) => {\n  const total = price + 1;\n  return total;\n};\n' > cart.js
# A server on the loopback address stands for the controller. It sets a breakpoint, and prints what the agent says of it. Messages are
# Protocol Buffers: an envelope with a type and a message, which has the breakpoint as JSON.
cat > controller.js << 'JS'
const { spawn } = require('child_process');
const { WebSocketServer } = require('ws');
const length = (n) => (n < 128 ? [n] : [(n % 128) + 128, ...length(Math.floor(n / 128))]);
const field = (number, bytes) => Buffer.concat([Buffer.from([number * 8 + 2, ...length(bytes.length)]), bytes]);
const location = { name: 'file_line', filename: 'cart.js', lineno: 3 };
const action = { name: 'script', operations: [{ name: 'set', paths: { 'store.total': 'frame.total' } }] };
const command = field(1, Buffer.from(JSON.stringify({ id: '1', location, action })));
const type = Buffer.from('type.googleapis.com/com.rookout.InitialAugsCommand');
const message = field(2, Buffer.concat([field(1, type), field(2, command)]));
const controller = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
  const address = { ROOKOUT_CONTROLLER_HOST: 'ws://127.0.0.1', ROOKOUT_CONTROLLER_PORT: `${controller.address().port}` };
  const program = spawn('node_modules/.bin/node', ['shop.js'], { env: { ...process.env, ...address }, stdio: ['pipe', 2, 2] });
  const end = () => {
    program.kill('SIGKILL');
    process.exit();
  };
  setTimeout(end, 60_000).unref();
  controller.on('connection', (agent) =>
    agent.on('message', (data) => {
      const text = data.toString('latin1');
      if (text.includes('NewAgentMessage')) {
        console.log(/service[^]{2}cart/.test(text) ? 'registered as cart' : 'registered');
        agent.send(message);
      } else if (text.includes('RuleStatusMessage')) {
        const [said] = /Unsupported Node version v[\d.]+/.exec(text) ?? /Pending|Active/.exec(text) ?? ['another status'];
        console.log(said);
        if (said.startsWith('Unsupported')) end();
      } else if (text.includes('AugReportMessage')) {
        console.log('a report');
        end();
      }
    }),
  );
});
JS

unset ROOKOUT_LABELS ROOKOUT_SKIP_NODE_WHITELIST
node controller.js > refused.log 2> console.log
ROOKOUT_SKIP_NODE_WHITELIST=true node controller.js > works.log 2> /dev/null
diff console.log <(echo '[Rookout] Successfully connected to controller.') || { echo 'changed: what it prints'; exit 1; }
diff refused.log <(printf 'registered as cart\nPending\nUnsupported Node version v24.21.0\n') || { echo 'changed: refused'; exit 1; }
diff works.log <(printf 'registered as cart\nPending\nActive\na report\n') || { echo 'changed: with the variable'; exit 1; }
echo 'as described'
