import { Command } from 'commander';
import { Terminal } from '../output/terminal';
import { importDashboards } from './import';

const IMPORT_EXAMPLES = `
Each dashboard is kept as JSON in the directory "dashboards" beside the app, and declared from there.

Examples:
  $ rookout-datadog import exported/*.json --out stack.ts
  $ npx cdktf synth --app 'node -r ts-node/register stack.ts'

Exit code: 0 when the app is written, 1 when nothing is, 2 when the command is not understood.`;

/** Adds `import`. */
export function addImport(program: Command, terminal: Terminal, done: (exitCode: number) => void): void {
  program
    .command('import')
    .summary('write a CDKTF app that declares dashboards')
    .description(
      'Writes a CDKTF app in TypeScript that declares exported dashboards, with their graphs tagged.',
    )
    .argument('<file...>', 'dashboards as Datadog exports them')
    .requiredOption('--out <file>', 'the app, such as stack.ts')
    .option('--force', 'overwrite an existing app and its dashboards')
    .addHelpText('after', IMPORT_EXAMPLES)
    .action((files, options) => done(importDashboards(files, options, terminal)));
}
