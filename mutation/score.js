/**
 * The mutation score of each room in `out/report.json`, without the mutants of `equivalent.json`, which no input can tell
 * from the code. Lists the others that survived, and exits with 1 if a score is below the limit, or if `equivalent.json`
 * names a mutant that did not survive.
 */
const { join } = require('node:path');

const LIMIT = 95;
const ROOMS = ['lib/datadog/query', 'lib/datadog/tagging'];
const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** The text between two places; lines and columns count from 1. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

function mutantsIn([file, { source, mutants }]) {
  return mutants.map(({ location, mutatorName, replacement, status }) => ({
    file,
    line: location.start.line,
    mutator: mutatorName,
    code: source.split('\n')[location.start.line - 1].trim(),
    original: textAt(source, location),
    mutated: replacement,
    status,
  }));
}

const isSame = (mutant, other) =>
  ['file', 'code', 'original', 'mutated'].every((field) => mutant[field] === other[field]);

/**
 * @param report in the format of https://github.com/stryker-mutator/mutation-testing-elements
 * @param equivalent mutants by file, their line of code, what of it is changed, and into what
 */
function scores({ files }, equivalent) {
  const mutants = Object.entries(files).flatMap(mutantsIn);
  const missed = mutants.filter(({ status }) => MISSED.includes(status));
  const isEquivalent = (mutant) => equivalent.some((other) => isSame(mutant, other));
  const rooms = ROOMS.map((room) => {
    const isHere = ({ file }) => file.startsWith(`${room}/`);
    const noticed = mutants.filter(({ status, file }) => NOTICED.includes(status) && isHere({ file })).length;
    const survivors = missed.filter((mutant) => isHere(mutant) && !isEquivalent(mutant));
    const left = missed.filter((mutant) => isHere(mutant) && isEquivalent(mutant)).length;
    return { room, noticed, survivors, left, score: (100 * noticed) / (noticed + survivors.length) };
  });
  const stale = equivalent.filter((other) => !missed.some((mutant) => isSame(mutant, other)));
  return { rooms, stale };
}

function main() {
  const report = require(join(__dirname, 'out', 'report.json'));
  const { rooms, stale } = scores(report, require('./equivalent.json'));
  for (const { survivors } of rooms) {
    for (const { file, line, mutator, original, mutated } of survivors) {
      console.log(`${file}:${line}: ${mutator}\n- ${original}\n+ ${mutated}`);
    }
  }
  for (const { file, code } of stale) {
    console.log(`equivalent.json names a mutant that did not survive; remove it: ${file}: ${code}`);
  }
  for (const { room, noticed, survivors, left, score } of rooms) {
    console.log(
      `${room}: ${score.toFixed(1)} %: ${noticed} noticed, ${survivors.length} not noticed, ${left} equivalent`,
    );
  }
  const isLow = rooms.some(({ score }) => !(score >= LIMIT));
  if (isLow) console.log(`A score is below ${LIMIT} %: write tests that notice the mutants above.`);
  if (isLow || stale.length > 0) process.exitCode = 1;
}

if (require.main === module) main();

module.exports = { scores };
