/* Loaded with --require: refuses every connection and name look-up, and notes it in the file NETWORK_LOG. */
const { appendFileSync } = require('fs');
const dns = require('dns');
const net = require('net');

function refuse(what) {
  appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
  throw new Error(`No network here: ${what}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  return options?.path ? connect.apply(this, args) : refuse(JSON.stringify(options));
};
dns.lookup = (host) => refuse(host);
