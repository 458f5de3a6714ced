import { Command, Option } from 'commander';
import { Terminal } from '../output/terminal';
import { Done } from '../steps';
import { importDashboards } from './import';
import { LANGUAGE_NAMES } from './languages';
import { IMPORT_FORMATS } from './report';

const IMPORT_EXAMPLES = `
Each dashboard is kept as JSON in the directory "dashboards" beside the app, and declared from there.

Examples:
  $ rookout-datadog import exported/*.json --out stack.ts
  $ npx cdktf synth --app 'node -r ts-node/register stack.ts'
  $ terraform show -json > state.json
  $ rookout-datadog import state.json --out stack.ts --adopt
  $ rookout-datadog import exported/*.json --out main.py --language python

Exit code: 0 when the app is written, 1 when nothing is, 2 when the command is not understood.`;

/** Adds `import`. */
export function addImport(program: Command, terminal: Terminal, done: Done): void {
  program
    .command('import')
    .summary('write a CDKTF app that declares dashboards')
    .description(
      'Writes a CDKTF app that declares exported dashboards, or those of a plan, a state or a file of Terraform, with their graphs tagged.',
    )
    .argument(
      '<file...>',
      'dashboards as Datadog exports them, what terraform show -json prints, or files of Terraform',
    )
    .requiredOption('--out <file>', 'the app, such as stack.ts')
    .addOption(
      new Option('--language <language>', 'of the app')
        .choices([...LANGUAGE_NAMES])
        .default(LANGUAGE_NAMES[0]),
    )
    .addOption(
      new Option('--format <format>', 'of the report')
        .choices([...IMPORT_FORMATS])
        .default(IMPORT_FORMATS[0]),
    )
    .option('--adopt', 'take over the dashboards that exist, by importFrom, instead of making others')
    .option('--force', 'overwrite an existing app and its dashboards')
    .addHelpText('after', IMPORT_EXAMPLES)
    .action((files, options) => done(importDashboards(files, options, terminal)));
}
