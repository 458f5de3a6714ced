/** Yielded where the process must hear of signals before the next step. */
const LISTEN = 'listen';

/**
 * Work that can be ended between its steps: by an error that is thrown into it, which makes it take back what it has
 * done.
 */
export type Steps<T> = Generator<typeof LISTEN | undefined, T, undefined>;

/** Takes the exit code of a command, or the work that gives it. */
export type Done = (exitCode: number | Steps<number>) => void;

/** Does all of it. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So long it takes at most until the process hears of a signal, or answers a request, in milliseconds and without the step itself. */
const LONGEST_TURN = 20;

/** Does all of it. Between its steps the process hears of signals. */
export async function finishedInTurns<T>(steps: Steps<T>): Promise<T> {
  for (let start = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value !== LISTEN && performance.now() - start < LONGEST_TURN) continue;
    await new Promise(setImmediate);
    start = performance.now();
  }
}

/** What is thrown into work that a signal ends. */
export class Interrupted extends Error {
  public constructor(public readonly signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
  }
}

/** What asks the process to end. */
export const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Work that has something to take back: a signal does not end the process at once, but is thrown in at the next step.
 *
 * @throws Interrupted by a signal
 */
export function* takenBack<T>(work: Steps<T>): Steps<T> {
  let signal: NodeJS.Signals | undefined;
  const hear = (name: NodeJS.Signals): void => void (signal ??= name);
  for (const name of SIGNALS) process.on(name, hear);
  try {
    for (;;) {
      const step = signal === undefined ? work.next() : work.throw(new Interrupted(signal));
      // A signal that came before the last step ended has not been heard yet.
      yield step.done ? LISTEN : step.value;
      if (!step.done) continue;
      if (signal !== undefined) throw new Interrupted(signal);
      return step.value;
    }
  } catch (error) {
    yield LISTEN;
    throw signal === undefined ? error : new Interrupted(signal);
  } finally {
    for (const name of SIGNALS) process.off(name, hear);
  }
}
