/**
 * What the constructs cost against writing the same JSON by hand, as ratios; exits with 1 where one is over its
 * limit. Needs a build. Every number is the median of fresh processes, ours and the baseline's in turn.
 */
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');
const { dashboardFiles } = require('./support/dashboard-files');
const { manyFiles } = require('./support/many-files');
const { preview } = require('./support/preview');
const { inTurn, kilobytes, milliseconds, printTable, row, run, runProgram } = require('./support/measure');

const DASHBOARDS = 1000;
const APPS = 40;
const LIMITS = {
  importAndSynth: 1.1,
  dashboards: 2.5,
  added: 1.3,
  construct: 1.25,
  linearity: 1.5,
  aspect: 1.3,
  kept: 2,
  directory: 1.6,
  command: 2,
};

function importAndSynth() {
  const { declared, heavy } = run('import-ours.js', 'declared');
  console.log(
    `the bindings' index and lib/dashboard: ${heavy.length === 0 ? 'not loaded' : heavy.join(', ')}`,
  );
  if (heavy.length > 0) process.exitCode = 1;

  const { ours, plain } = inTurn(15, {
    ours: () => run('import-ours.js'),
    plain: () => run('import-plain.js', JSON.stringify(declared)),
  });
  const what = 'import and synth an app and a dashboard';
  return [
    row(`${what}: time`, ours.process, plain.process, milliseconds, LIMITS.importAndSynth),
    row(`${what}: memory`, ours.rss, plain.rss, kilobytes, LIMITS.importAndSynth),
  ];
}

function manyDashboards() {
  run('dashboards.js', 'check');
  const { added, ours, plain, constructs } = inTurn(5, {
    added: () => run('dashboards.js', 'added', DASHBOARDS),
    ours: () => run('dashboards.js', 'ours', DASHBOARDS),
    plain: () => run('dashboards.js', 'plain', DASHBOARDS),
    constructs: () => run('dashboards.js', 'constructs', DASHBOARDS),
  });
  const what = `${DASHBOARDS} dashboards of 40 graphs`;
  return [
    row(`${what}: time`, ours.ms, plain.ms, milliseconds, LIMITS.dashboards),
    row('  graphs without constructs: time', added.ms, plain.ms, milliseconds, LIMITS.added),
    row('  a bare construct for each graph, against none', constructs.ms, plain.ms, milliseconds),
    row(
      '  ours, against a bare construct for each graph',
      ours.ms,
      constructs.ms,
      milliseconds,
      LIMITS.construct,
    ),
    row(`${what}: memory`, ours.grown, plain.grown, kilobytes),
  ];
}

function tagging() {
  const { ours, taggingOurs, tagging, untagged } = inTurn(5, {
    ours: () => run('dashboards.js', 'ours', DASHBOARDS),
    taggingOurs: () => run('dashboards.js', 'taggingOurs', DASHBOARDS),
    tagging: () => run('dashboards.js', 'tagging', DASHBOARDS),
    untagged: () => run('dashboards.js', 'untagged', DASHBOARDS),
  });
  return [
    row('  the same with RookoutTagging: time', taggingOurs.ms, ours.ms, milliseconds, LIMITS.aspect),
    row('  JSON by hand, read, tagged and written anew: time', tagging.ms, untagged.ms, milliseconds),
  ];
}

/** What a process still holds of apps that it has synthesized. */
function kept() {
  const { ours, plain } = inTurn(3, {
    ours: () => run('dashboards.js', 'kept', 'added', APPS),
    plain: () => run('dashboards.js', 'kept', 'plain', APPS),
  });
  return [
    row(`memory held after ${APPS} apps of 100 dashboards`, ours.left, plain.left, kilobytes, LIMITS.kept),
  ];
}

/** The dashboards of a directory, if one is named. */
function directory(dir) {
  if (dir === undefined) return [];
  const { plain, tagging, dashboards } = run('directory.js', dir);
  const what = `reading, tagging and writing ${dashboards} dashboards, against without tagging: time`;
  const files = dashboardFiles(dir);
  return [row(what, tagging, plain, milliseconds, LIMITS.directory), command(files), ...manyFiles(files)];
}

/** The command as users start it, against a script that parses and prints the same files. */
function command(files) {
  const { ours, plain } = inTurn(15, {
    ours: () => runProgram('../../dist/cli/rookout-datadog.js', 'tag', ...files, '--dry-run'),
    plain: () => runProgram('print-dashboards.js', ...files),
  });
  const what = `tag --dry-run on ${files.length} files, against parsing and printing them: time`;
  return row(what, ours.process, plain.process, milliseconds, LIMITS.command);
}

function linearity() {
  const each = (count) => () => {
    const { ms, grown } = run('dashboards.js', 'ours', count);
    return { ms: ms / count, grown: grown / count };
  };
  const { few, some, many } = inTurn(5, { few: each(10), some: each(100), many: each(1000) });
  return [
    row('a dashboard among 10, against 100: time', few.ms, some.ms, milliseconds),
    row('a dashboard among 1000, against 100: time', many.ms, some.ms, milliseconds, LIMITS.linearity),
    row('a dashboard among 10, against 100: memory', few.grown, some.grown, kilobytes),
    row('a dashboard among 1000, against 100: memory', many.grown, some.grown, kilobytes, LIMITS.linearity),
  ];
}

if (existsSync(resolve(__dirname, '../dist/index.js'))) {
  const within = printTable([
    ...importAndSynth(),
    ...manyDashboards(),
    ...tagging(),
    ...kept(),
    ...directory(process.argv[2]),
    ...linearity(),
    ...preview(),
  ]);
  if (!within) process.exitCode = 1;
} else {
  console.error('bench: there is no dist/index.js. Run `npm run build` first.');
  process.exitCode = 1;
}
