/**
 * The time of examples/shop.ts in Python, from start to synthesized stack, against a bare `DashboardJson` in Python and
 * against the same in TypeScript, as ratios; exits with 1 where one is over its limit. Needs a build, python3 and PyPI.
 * Every number is the median of fresh processes, in turn. Memory is that of the largest process: Python or its Node.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { environment, ROOT, run } = require('../__tests__/languages/support/language');
const { PYTHON } = require('../__tests__/languages/support/python');
const { inTurn, megabytes, milliseconds, printTable, row } = require('./measure');

const MEMORY = join(__dirname, 'python', 'memory.py');
const ROUNDS = 5;
const LIMIT = 0.35;
/** Node, which is the largest, also has this library. */
const MEMORY_LIMIT = 1.15;

const work = mkdtempSync(join(tmpdir(), 'bench-python-'));

function timed(...[command, ...args]) {
  return () => {
    const start = performance.now();
    run(command, args, ROOT, environment(join(work, 'out')));
    return { ms: performance.now() - start };
  };
}

/** As `timed`, for a program in Python; also its memory. */
function measured(python, program) {
  return () => {
    const largest = run(python, [MEMORY, python, program], ROOT, environment(join(work, 'out')));
    return { ...timed(python, program)(), bytes: Number(largest.trim()) };
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
  const { ours, bare, typescript } = inTurn(ROUNDS, {
    ours: measured(...example),
    bare: measured(example[0], join(__dirname, 'python', 'bare.py')),
    typescript: timed(process.execPath, compiled()),
  });
  const within = printTable([
    row('Python, against a bare DashboardJson in Python', ours.ms, bare.ms, milliseconds, LIMIT),
    row('its memory, against that', ours.bytes, bare.bytes, megabytes, MEMORY_LIMIT),
    row('Python, against TypeScript', ours.ms, typescript.ms, milliseconds),
    row('a bare DashboardJson in Python, against TypeScript', bare.ms, typescript.ms, milliseconds),
  ]);
  if (!within) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}
