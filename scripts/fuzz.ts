/**
 * `npm run fuzz -- [MINUTES] [--seed SEED]`: runs the built command on bytes and structures that nobody would write,
 * interrupts it, and fills its disk. It must not hang, print a stack, leave anything half done, or end with an exit code that
 * docs/command.md does not know.
 */
import { execFileSync, spawnSync } from 'child_process';
import fc from 'fast-check';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { parseArgs } from 'util';
import { builtCommand, contentOf, runAndSignal } from '../__tests__/cli/support/built';
import { buildPage } from './support/build-page';
import { Input, inputs } from './fuzz/inputs';
import { LONGEST, problemsOf, problemsOfFiles } from './fuzz/problems';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const minutes = Number(positionals[0] ?? 1);

/** A disk of its own needs Linux, and leave to mount it. */
const CAN_MOUNT = spawnSync('unshare', ['-rm', 'true']).status === 0;

void main();

async function main(): Promise<void> {
  buildPage();
  const command = [process.execPath, builtCommand()];
  const end = Date.now() + minutes * 60_000;
  const first = Number(values.seed ?? Date.now() % 1_000_000_000);
  let seed = first;
  let found = 0;
  for (; seed === first || (Date.now() < end && values.seed === undefined); seed++) {
    const problems = await problemsWith(seed, command);
    if (problems.length === 0) continue;
    found++;
    console.error(`--seed ${seed}\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  }
  console.log(`${seed - first} inputs, from seed ${first}: ${found} with problems`);
  process.exitCode = found > 0 ? 1 : 0;
}

/** Runs the command on one input as it is, then with a signal at some moment, then on a disk that is full. */
async function problemsWith(seed: number, command: readonly string[]): Promise<string[]> {
  const [input] = fc.sample(inputs, { seed, numRuns: 1 });
  const argv = [...command, ...input.argv];
  const random = fc.sample(fc.tuple(fc.double({ min: 0, max: 1.1, noNaN: true }), fc.boolean()), {
    seed,
    numRuns: 1,
  })[0];
  return inPlace(input, async (place) => {
    const before = filesIn(place, input);
    const whole = await runAndSignal(argv, place);
    const after = filesIn(place, input);
    const problems = problemsOf(whole, undefined);
    const left = Object.keys(after).filter((name) => name.includes('.rookout-'));
    if (left.length > 0) problems.push(`left: ${left.join(', ')}`);
    if (!input.writes) return named(problems);
    const signal = random[1] ? 'SIGINT' : 'SIGTERM';
    await inPlace(input, async (other) => {
      const ended = await runAndSignal(argv, other, signal, whole.took * random[0]);
      problems.push(...problemsOf(ended, signal), ...problemsOfFiles(filesIn(other, input), before, after));
    });
    if (CAN_MOUNT && input.pipes.length === 0) problems.push(...fullDisk(input, argv, before, after));
    return named(problems);
  });

  function named(problems: readonly string[]): string[] {
    return problems.map((problem) => `${input.argv.join(' ')}: ${problem}`);
  }
}

async function inPlace<T>(input: Input, action: (place: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'rookout-fuzz-'));
  try {
    for (const [name, content] of Object.entries(input.files)) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), content);
    }
    for (const name of input.pipes) execFileSync('mkfifo', [join(place, name)]);
    return await action(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The files of a place but for pipes, which can't be read. */
function filesIn(place: string, { pipes }: Input): Record<string, string> {
  for (const name of pipes) rmSync(join(place, name), { force: true });
  const content = contentOf(place);
  for (const name of pipes) execFileSync('mkfifo', [join(place, name)]);
  return content;
}

function fullDisk(
  input: Input,
  argv: readonly string[],
  before: Record<string, string>,
  after: Record<string, string>,
): string[] {
  const place = mkdtempSync(join(tmpdir(), 'rookout-fuzz-'));
  try {
    for (const [name, content] of Object.entries(input.files)) {
      mkdirSync(dirname(join(place, 'from', name)), { recursive: true });
      writeFileSync(join(place, 'from', name), content);
    }
    const room =
      4096 *
      (8 + Object.values(input.files).reduce((pages, { length }) => pages + Math.ceil(length / 4096), 0));
    const script = `
      place=$1; shift
      mkdir "$place/disk" && mount -t tmpfs -o size=${room} tmpfs "$place/disk" && cp -r "$place/from/." "$place/disk"
      cd "$place/disk" && "$@" > "$place/stdout" 2> "$place/stderr"; code=$?
      mkdir "$place/left" && cp -r "$place/disk/." "$place/left"; exit $code`;
    const start = performance.now();
    const { status, signal } = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', place, ...argv], {
      timeout: 2 * LONGEST,
    });
    const read = (name: string) => contentOf(place)[name] ?? '';
    const ended = {
      code: status,
      signal,
      stdout: read('stdout'),
      stderr: read('stderr'),
      took: performance.now() - start,
    };
    const left = existsSync(join(place, 'left')) ? contentOf(join(place, 'left')) : {};
    return [...problemsOf(ended, undefined), ...problemsOfFiles(left, before, after)].map(
      (problem) => `on a full disk: ${problem}`,
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
