/**
 * Work that can be ended between its steps: by an error that is thrown into it, which makes it take back what it has
 * done.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes the exit code of a command, or the work that gives it. */
export type Done = (exitCode: number | Steps<number>) => void;

/** Does all of it. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does all of it. Between its steps the process hears of signals. */
export async function finishedInTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise(setImmediate);
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
      // Also after the last one: a signal that came meanwhile has not been heard yet.
      yield;
      if (!step.done) continue;
      if (signal !== undefined) throw new Interrupted(signal);
      return step.value;
    }
  } catch (error) {
    yield;
    throw signal === undefined ? error : new Interrupted(signal);
  } finally {
    for (const name of SIGNALS) process.off(name, hear);
  }
}
