/** Previews dashboards by the command; prints the time for each, and the memory that stays: `preview-many.js COUNT`. */
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { dashboardOf } = require('../support/preview-dashboard');

const count = Number(process.argv[2]);
const directory = mkdtempSync(join(tmpdir(), 'bench-preview-'));
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
for (let number = 0; number < count; number++) {
  writeFileSync(join(directory, `${number}.json`), JSON.stringify(dashboardOf(40, `Shop ${number}`)));
}
process.argv = [...process.argv.slice(0, 2), 'preview', directory, '--out', join(directory, 'out')];
const start = performance.now();
require('../../dist/cli/rookout-datadog.js');
process.once('beforeExit', () => {
  const ms = (performance.now() - start) / count;
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  print(JSON.stringify({ ms, left: process.memoryUsage().heapUsed }));
  rmSync(directory, { recursive: true, force: true });
});
