import { spawnSync } from 'child_process';
import { join } from 'path';

const FOLDER = join(__dirname, '..', '..', '..', 'oracle');
export const MANIFEST = join(FOLDER, 'Cargo.toml');
export const TARGET = join(FOLDER, 'target');
const PROGRAM = join(TARGET, 'release', process.platform === 'win32' ? 'oracle.exe' : 'oracle');

/** The most answers to take at once, since each is text first. */
const MOST = 4_000_000;

/** What Datadog searches: the tags of an event as `key:value`, its message, and its other attributes. */
export interface Event {
  readonly tags: readonly string[];
  readonly message?: string;
  readonly [attribute: string]: unknown;
}

/** A search, and the events to look for. It is quicker if searches that stand together have the same list. */
export interface Question {
  readonly search: string;
  readonly events: readonly Event[];
}

/** Whether the search matches each of the events, or why it can't be read. */
export type Answer = { readonly matches: readonly boolean[] } | { readonly error: string };

/** Describes what needs the oracle; it is skipped, and says why, where it can't be built. */
export function describeWithOracle(name: string, body: () => void): void {
  const reason = process.env.ORACLE_REASON;
  if (reason === undefined) describe(name, body);
  else describe.skip(`${name} (skipped: ${reason})`, body);
}

/** Asks Datadog's own matcher which events the searches match. */
export function matches(questions: readonly Question[]): Answer[] {
  const answers: Answer[] = [];
  for (let start = 0; start < questions.length;) {
    let end = start;
    for (let size = 0; end < questions.length && size < MOST; end++) size += questions[end].events.length + 1;
    answers.push(...asked(questions.slice(start, end)));
    start = end;
  }
  return answers;
}

export type Found = boolean | 'refused';

/** What becomes of a search among one event. */
export function foundBy(search: string, event: Event): Found {
  const [answer] = matches([{ search, events: [event] }]);
  return 'error' in answer ? 'refused' : answer.matches[0];
}

function asked(questions: readonly Question[]): Answer[] {
  const lines = questions.map(({ search, events }, index) =>
    JSON.stringify(events === questions[index - 1]?.events ? { search } : { search, events }),
  );
  const { error, status, stdout, stderr } = spawnSync(PROGRAM, {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (error ?? status !== 0) throw error ?? new Error(`The oracle ended with ${status}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
