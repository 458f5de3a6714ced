import { CommanderError } from 'commander';
import { FileError, UsageError } from './files/errors';
import { newProgram } from './program';
import { FINE, FOUND, printable, Terminal, USAGE } from './output/terminal';
import { finished, Steps } from './steps';

/**
 * Runs the command.
 *
 * @param argv its arguments, without the names of node and of the script
 * @returns the exit code
 */
export function run(argv: readonly string[], terminal: Terminal): number {
  return finished(stepsOf(argv, terminal));
}

/**
 * What the command does, step by step. It gives the exit code.
 *
 * @throws Interrupted by a signal
 */
export function* stepsOf(argv: readonly string[], terminal: Terminal): Steps<number> {
  let work: number | Steps<number> = FINE;
  const program = newProgram(argv, terminal, (given) => {
    work = given;
  });
  try {
    program.parse(argv, { from: 'user' });
    return yield* exitCodeFrom(work);
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

function* exitCodeFrom(work: number | Steps<number>): Steps<number> {
  return typeof work === 'number' ? work : yield* work;
}

function exitCodeOf(error: unknown, { stderr }: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : USAGE;
  if (error instanceof UsageError) {
    stderr.write(`error: ${printable(error.message)}\n`);
    return USAGE;
  }
  if (error instanceof FileError) {
    stderr.write(`${printable(error.message)}\n`);
    return FOUND;
  }
  throw error;
}
