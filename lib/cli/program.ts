import { Command, InvalidArgumentError, Option } from 'commander';
import { check } from './check';
import { CHECK_FORMATS } from './check-report';
import { importDashboards } from './import';
import { tag } from './tag';
import { addTaggingOptions } from './tagging-options';
import { Terminal } from './terminal';
import { version } from './version';

const TAG_EXAMPLES = `
Datadog's page of a dashboard exports it: Configure > Export dashboard JSON.
What is neither title nor custom link stays as it is written, byte for byte.

Examples:
  $ rookout-datadog tag cart.json --dry-run
  $ rookout-datadog tag dashboards/*.json --in-place
  $ rookout-datadog tag dashboards/*.json --out tagged --widget-types timeseries,query_value
  $ rookout-datadog tag cart.json --in-place --session-link 'https://rookout.example.com/?labels={labels}'
  $ rookout-datadog tag cart.json --in-place --label-keys team,service --datadog-tag team=team_name

Exit code: 0 when all files are dealt with, 1 when one could not be, 2 when the command is not understood.`;

const CHECK_EXAMPLES = `
A path is an exported dashboard, a directory of them, or what CDKTF synthesizes (cdktf.out or a cdk.tf.json).

Rules:
  missing-filter    queries name instances, and the title has no label filter
  malformed-filter  brackets in the title hold what looks like a label filter, and is none
  link-disagrees    "Set metric points" is missing, or opens other instances than the title says

Examples:
  $ rookout-datadog check dashboards
  $ rookout-datadog check cdktf.out --session-link 'https://rookout.example.com/?labels={labels}'
  $ rookout-datadog check dashboards --format sarif --output rookout.sarif

Exit code: 0 without findings, 1 with some or when a path could not be read, 2 when the command is not understood.`;

const IMPORT_EXAMPLES = `
Each dashboard is kept as JSON in the directory "dashboards" beside the app, and declared from there.

Examples:
  $ rookout-datadog import exported/*.json --out stack.ts
  $ npx cdktf synth --app 'node -r ts-node/register stack.ts'

Exit code: 0 when the app is written, 1 when nothing is, 2 when the command is not understood.`;

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

function addTag(program: Command, terminal: Terminal, done: (exitCode: number) => void): void {
  const command = program
    .command('tag')
    .summary('give dashboards label filters and "Set metric points"')
    .description(
      'Gives the graphs of exported dashboards the label filters that their queries name, in their titles, and ' +
        'the link "Set metric points".',
    )
    .argument('<file...>', 'dashboards as Datadog exports them')
    .option('--out <dir>', 'write the dashboards to this directory, under the same names', place)
    .option('--in-place', 'write them where they are')
    .option('--dry-run', 'write nothing, show what would change');
  addTaggingOptions(command)
    .addHelpText('after', TAG_EXAMPLES)
    .action((files, options) => done(tag(files, options, terminal)));
}

function addCheck(program: Command, terminal: Terminal, done: (exitCode: number) => void): void {
  const command = program
    .command('check')
    .summary('find graphs that do not open Rookout as they should')
    .description('Finds graphs without label filter, with one that is none, or with a link that disagrees.')
    .argument('<path...>', 'dashboards, directories of them, or what CDKTF has synthesized')
    .addOption(
      new Option('--format <format>', 'of the findings')
        .choices([...CHECK_FORMATS])
        .default(CHECK_FORMATS[0]),
    )
    .option('--output <file>', 'write the findings to this file', place);
  addTaggingOptions(command)
    .addHelpText('after', CHECK_EXAMPLES)
    .action((paths, options) => done(check(paths, options, terminal)));
}

function addImport(program: Command, terminal: Terminal, done: (exitCode: number) => void): void {
  program
    .command('import')
    .summary('write a CDKTF app that declares dashboards')
    .description(
      'Writes a CDKTF app in TypeScript that declares exported dashboards, with their graphs tagged.',
    )
    .argument('<file...>', 'dashboards as Datadog exports them')
    .requiredOption('--out <file>', 'the app, such as stack.ts')
    .option('--force', 'write over an app and dashboards that are there already')
    .addHelpText('after', IMPORT_EXAMPLES)
    .action((files, options) => done(importDashboards(files, options, terminal)));
}

/** An empty one is most often that of a variable that is not set. */
function place(path: string): string {
  if (path === '') throw new InvalidArgumentError('The path is empty.');
  return path;
}
