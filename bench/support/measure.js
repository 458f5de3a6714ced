/** Runs the measured programs in processes of their own, takes medians and prints the table. */
const { spawnSync } = require('node:child_process');
const { resolve } = require('node:path');

/** Where the measured programs are. */
const PROGRAMS = resolve(__dirname, '..', 'programs');
exports.PROGRAMS = PROGRAMS;

/** Runs a measured program in a fresh process; gives the JSON that it prints, and the process's time. */
exports.run = function run(script, ...args) {
  const { process, stdout } = exports.runProgram(script, ...args);
  return { process, ...JSON.parse(stdout) };
};

/** As `run`, for a script that prints what it likes. */
exports.runProgram = function runProgram(script, ...args) {
  const command = [resolve(PROGRAMS, script), ...args.map(String)];
  const start = performance.now();
  const { status, signal, stdout } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: Infinity,
  });
  if (status !== 0) throw new Error(`${script} ended with ${signal ?? status}`);
  return { process: performance.now() - start, stdout };
};

/** Runs the variants in turn, so that a machine that slows down slows all of them; gives the median of each. */
exports.inTurn = function inTurn(rounds, variants) {
  const names = Object.keys(variants);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) results[name].push(variants[name]());
  }
  return Object.fromEntries(names.map((name) => [name, medians(results[name])]));
};

/** A line of the table; without a limit it only informs. */
exports.row = function row(what, ours, baseline, unit, limit) {
  const ratio = ours / baseline;
  return {
    within: limit === undefined || ratio <= limit,
    cells: [
      what,
      unit(ours),
      unit(baseline),
      ratio.toFixed(2),
      limit?.toFixed(2) ?? '',
      limit === undefined ? '' : ratio <= limit ? 'ok' : 'over',
    ],
  };
};

/** Prints the rows; tells whether all of them are within their limits. */
exports.printTable = function printTable(rows) {
  const lines = [['what', 'ours', 'baseline', 'ratio', 'limit', ''], ...rows.map(({ cells }) => cells)];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const aligned = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  for (const cells of lines) console.log(cells.map(aligned).join('  ').trimEnd());
  return rows.every(({ within }) => within);
};

exports.milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
exports.megabytes = (value) => `${(value / 1024 ** 2).toFixed(0)} MB`;
exports.kilobytes = (value) => `${(value / 1024).toFixed(0)} kB`;

function medians(results) {
  const fields = Object.keys(results[0]).filter((field) => typeof results[0][field] === 'number');
  return Object.fromEntries(fields.map((field) => [field, median(results.map((result) => result[field]))]));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
