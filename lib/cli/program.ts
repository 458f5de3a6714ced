import { Command } from 'commander';
import { Terminal } from './output/terminal';
import { Done } from './steps';
import { version } from './version';

type AddCommand = (program: Command, terminal: Terminal, done: Done) => void;

/**
 * The subcommands by name. Each is loaded only when it is used, so that `tag` does not wait for the code of
 * `check`.
 */
const SUBCOMMANDS: ReadonlyMap<string, () => AddCommand> = new Map([
  ['tag', () => (require('./tag/command') as typeof import('./tag/command')).addTag],
  ['check', () => (require('./check/command') as typeof import('./check/command')).addCheck],
  ['labels', () => (require('./labels/command') as typeof import('./labels/command')).addLabels],
  ['import', () => (require('./import/command') as typeof import('./import/command')).addImport],
  ['preview', () => (require('./preview/command') as typeof import('./preview/command')).addPreview],
]);

/**
 * The command with the subcommand that the arguments name, or with all subcommands if they name none.
 *
 * @param argv its arguments, without the names of node and of the script
 * @param done receives the exit code, or what is to be done for it
 */
export function newProgram(argv: readonly string[], terminal: Terminal, done: Done): Command {
  const program = new Command('rookout-datadog')
    .description(
      "Makes the graphs of Datadog dashboards open Rookout: from the dashboards' JSON, without CDKTF.",
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  const named = SUBCOMMANDS.get(argv[0]);
  for (const load of named ? [named] : SUBCOMMANDS.values()) load()(program, terminal, done);
  for (const command of program.commands) {
    command.showHelpAfterError(`Options and examples: rookout-datadog ${command.name()} --help`);
  }
  return program;
}
