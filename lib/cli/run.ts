import { CommanderError } from 'commander';
import { FileError, UsageError } from './files/errors';
import { newProgram } from './program';
import { FINE, FOUND, printable, Terminal, USAGE } from './output/terminal';

/**
 * Runs the command.
 *
 * @param argv its arguments, without the names of node and of the script
 * @returns the exit code
 */
export function run(argv: readonly string[], terminal: Terminal): number {
  let exitCode = FINE;
  const program = newProgram(argv, terminal, (code) => {
    exitCode = code;
  });
  try {
    program.parse(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
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
