/**
 * How the time of the command and of the library grows with their input: the processor time that doubling it from 2n to
 * 4n adds, against what doubling it from n to 2n adds. That is 2 where it is linear, and 4 where it is square. Exits
 * with 1 where it is over the limit. Needs a build.
 *
 *     growth.js [CASE…]
 */
const { spawnSync } = require('node:child_process');
const { resolve } = require('node:path');
const { cases } = require('./support/growth-cases');
const { milliseconds } = require('./support/measure');

const LIMIT = 3;
/** Less than this is no growth, but noise. */
const LEAST = 150;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** What is not over by then is over the limit. */
const LONGEST = Number(process.env.LONGEST ?? 120_000);

/** The least processor time of a case with that size. */
function timeOf(name, n) {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const command = [resolve(__dirname, 'programs', 'growth-run.js'), name, String(n)];
    const { status, stdout, error, stderr } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST,
    });
    if (error?.code === 'ETIMEDOUT') return Infinity;
    if (status !== 0) throw new Error(`${name} of ${n} failed:\n${stderr.slice(0, 2000)}`);
    least = Math.min(least, Number(stdout));
    if (least > 5000) break;
  }
  return least;
}

function growthOf(name) {
  const { n } = cases[name];
  const times = [];
  for (const size of [n, 2 * n, 4 * n]) {
    times.push(timeOf(name, size));
    if (times.at(-1) === Infinity) break;
  }
  const [one, two = Infinity, four = Infinity] = times;
  const growth = (four - two) / Math.max(two - one, LEAST / 2);
  return { times, growth, isOver: four === Infinity || (four - two > LEAST && growth > LIMIT) };
}

const named = process.argv.slice(2);
const width = Math.max(...Object.keys(cases).map(({ length }) => length));
for (const name of Object.keys(cases).filter(
  (one) => named.length === 0 || named.some((word) => one.includes(word)),
)) {
  const { times, growth, isOver } = growthOf(name);
  const shown = times.map((time) => (time === Infinity ? 'no end' : milliseconds(time)).padStart(9)).join('');
  console.log(
    `${name.padEnd(width)} ${String(cases[name].n).padStart(7)}${shown}${growth.toFixed(1).padStart(6)}  ${isOver ? 'over' : 'ok'}`,
  );
  if (isOver) process.exitCode = 1;
}
