/** What `check` and `tag` cost on many files, against a loop that only reads and parses them. */
const { spawnSync } = require('node:child_process');
const { copyFileSync, mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { inTurn, kilobytes, milliseconds, PROGRAMS, row } = require('./measure');

const COUNTS = [200, 2000, 8000];
const LIMITS = { check: 2.5, tag: 2, wall: 1.5, memory: 1.6 };

/** @param files dashboards, which are repeated up to each of the counts */
exports.manyFiles = function manyFiles(files) {
  return COUNTS.flatMap((count) => {
    const directory = mkdtempSync(join(tmpdir(), 'bench-files-'));
    try {
      for (let number = 0; number < count; number++) {
        copyFileSync(files[number % files.length], join(directory, `${number}.json`));
      }
      return rowsOf(directory, count);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
};

function rowsOf(directory, count) {
  const names = readdirSync(directory);
  const { plain, check, tag } = inTurn(5, {
    plain: () => used(directory, 'parse.js', directory),
    check: () => used(directory, '../../dist/cli/rookout-datadog.js', 'check', '.'),
    tag: () => used(directory, '../../dist/cli/rookout-datadog.js', 'tag', '--dry-run', ...names),
  });
  return Object.entries({ check, tag }).flatMap(([command, ours]) => [
    row(
      `${command} of ${count} files, against parsing them: processor time`,
      ours.cpu,
      plain.cpu,
      milliseconds,
      LIMITS[command],
    ),
    row('  time', ours.ms, plain.ms, milliseconds, LIMITS.wall),
    row('  memory', ours.memory * 1024, plain.memory * 1024, kilobytes, LIMITS.memory),
  ]);
}

/** What a program uses, whether it finds something or not. */
function used(cwd, script, ...args) {
  const command = ['--require', resolve(PROGRAMS, 'usage.js'), resolve(PROGRAMS, script), ...args];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Infinity,
  });
  const ms = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${script} ${args[0]} ended with ${status}: ${stderr}`);
  return { ms, ...JSON.parse(stderr.trim().split('\n').at(-1)) };
}
