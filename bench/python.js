/**
 * The processor time of examples/shop.ts in Python, from start to synthesized stack, against a bare `DashboardJson` in Python
 * and against the same in TypeScript, as ratios; exits with 1 where one is over its limit. Needs a build, python3 and PyPI.
 * Every number is the median of fresh processes, in turn. Memory is that of the largest process: Python or its Node.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { environment, ROOT, run } = require('../__tests__/languages/support/language');
const { PYTHON } = require('../__tests__/languages/support/python');
const { inTurn, megabytes, milliseconds, printTable, row } = require('./support/measure');

const USAGE = join(__dirname, 'programs', 'python', 'usage.py');
const ROUNDS = 5;
const LIMIT = 0.35;
/** Node, which is the largest, also has this library. */
const MEMORY_LIMIT = 1.15;

const work = mkdtempSync(join(tmpdir(), 'bench-python-'));

/** What all processes of a program take together, and how long it runs. */
function measured(python, ...program) {
  return () => {
    const start = performance.now();
    const used = run(python, [USAGE, ...program], ROOT, environment(join(work, 'out')));
    const took = performance.now() - start;
    const { seconds, bytes } = JSON.parse(used.trim().split('\n').at(-1));
    return { ms: seconds * 1000, bytes, took };
  };
}

/** The example as JavaScript, with the built package, where the bindings are found. */
function compiled() {
  const file = join(ROOT, 'dist', 'bench', 'shop.js');
  const options = ['--bundle', '--packages=external', '--platform=node', '--log-level=warning'];
  const built = '--alias:cdktf-datadog-rookout=./dist/index.js';
  const place = `--define:__dirname=${JSON.stringify(join(ROOT, 'examples'))}`;
  run('npx', ['esbuild', 'examples/shop.ts', ...options, built, place, `--outfile=${file}`], ROOT);
  return file;
}

try {
  PYTHON.fetch(work);
  const { example } = PYTHON.build(work);
  const [python] = example;
  const { ours, bare, typescript } = inTurn(ROUNDS, {
    ours: measured(python, ...example),
    bare: measured(python, python, join(__dirname, 'programs', 'python', 'bare.py')),
    typescript: measured(python, process.execPath, compiled()),
  });
  const within = printTable([
    row('Python, against a bare DashboardJson in Python', ours.ms, bare.ms, milliseconds, LIMIT),
    row('its memory, against that', ours.bytes, bare.bytes, megabytes, MEMORY_LIMIT),
    row('how long it runs, against that', ours.took, bare.took, milliseconds),
    row('Python, against TypeScript', ours.ms, typescript.ms, milliseconds),
    row('a bare DashboardJson in Python, against TypeScript', bare.ms, typescript.ms, milliseconds),
  ]);
  if (!within) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}
