import { Command } from 'commander';
import { addCheck } from './check/command';
import { addImport } from './import/command';
import { Terminal } from './output/terminal';
import { addTag } from './tag/command';
import { version } from './version';

/**
 * The command with its subcommands.
 *
 * @param done is told the exit code
 */
export function newProgram(terminal: Terminal, done: (exitCode: number) => void): Command {
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
  addTag(program, terminal, done);
  addCheck(program, terminal, done);
  addImport(program, terminal, done);
  for (const command of program.commands) {
    command.showHelpAfterError(`Options and examples: rookout-datadog ${command.name()} --help`);
  }
  return program;
}
