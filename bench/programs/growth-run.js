/** Runs one case of one size; prints its processor time in milliseconds: `growth-run.js CASE SIZE`. */
const { mkdtempSync, rmSync, mkdirSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { cases } = require('../support/growth-cases');

const [name, size] = process.argv.slice(2);
const { command, library } = cases[name];
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
process.stderr.write = () => true;

const directory = mkdtempSync(join(tmpdir(), 'bench-growth-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const start = (run) => {
  const before = process.cpuUsage();
  process.on('exit', () => {
    const { user, system } = process.cpuUsage(before);
    print(String((user + system) / 1000));
    // The command's own code says whether it has found something.
    if (command && process.exitCode === 1) process.exitCode = 0;
  });
  run();
};

if (command) {
  const { files, args } = command(Number(size));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  process.chdir(directory);
  process.argv = [...process.argv.slice(0, 2), ...args];
  start(() => require('../../dist/cli/rookout-datadog.js'));
} else {
  const run = library(require('../../dist'), Number(size), directory);
  start(run);
}
