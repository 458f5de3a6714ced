import { Command, InvalidArgumentError, Option } from 'commander';
import { LOCALES } from '../../rookout/locales';
import { addInstancesOption } from '../instances/option';
import { addTaggingOptions, place } from '../options';
import { Terminal } from '../output/terminal';
import { Done } from '../steps';
import { PREVIEW_FORMATS } from './options';
import { preview } from './preview';

const PREVIEW_EXAMPLES = `
A path is an exported dashboard, a directory of them, what CDKTF synthesizes (cdktf.out or a cdk.tf.json), or what
terraform show -json prints of a plan or a state. - is the standard input.
Pages need no network and no server. Their data is a sample.

Examples:
  $ rookout-datadog preview cdktf.out --open
  $ rookout-datadog preview dashboards --out public
  $ terraform show -json tfplan | rookout-datadog preview - --open
  $ rookout-datadog preview dashboards --instances k8s/*.yaml
  $ rookout-datadog preview dashboards --against git:origin/main --format markdown
  $ rookout-datadog preview dashboards --against git:origin/main --format json
  $ rookout-datadog preview cdktf.out --against ../main/cdktf.out --format png

  $ rookout-datadog preview cdktf.out --watch --open --synth 'npx cdktf synth'

Exit code: 0 when all dashboards are shown, 1 when one could not be read or, with --against or of a plan, when anything
has changed, 2 when the command or the configuration is not understood.`;

/** Adds `preview`. */
export function addPreview(program: Command, terminal: Terminal, done: Done): void {
  const command = program
    .command('preview')
    .summary('show dashboards before they are deployed')
    .description('Writes a web page for each dashboard, and an index of them.')
    .argument(
      '<path...>',
      'dashboards, files of Terraform, directories of them, what CDKTF has synthesized, or plans',
    )
    .option('--out <dir>', 'where the pages are written', place, 'rookout-preview')
    .addOption(
      new Option(
        '--format <format>',
        'pages, pages with a picture of each, a comment for a pull request, or JSON for programs',
      )
        .choices([...PREVIEW_FORMATS])
        .default(PREVIEW_FORMATS[0]),
    )
    .option(
      '--against <old>',
      'show what has changed since these: a path, or git:REF for the same paths',
      place,
    )
    .option('--watch', 'serve the pages on this machine, and make them anew when something changes')
    .option('--synth <command>', 'with --watch: what synthesizes, run when a file of this directory changes')
    .option('--port <number>', 'with --watch: the port', portOf)
    .option('--open', 'open the index in the browser')
    .option('--images', 'let pages load the images that dashboards show')
    .addOption(
      new Option('--locale <locale>', "of the page's own words").choices([...LOCALES]).default(LOCALES[0]),
    );
  addTaggingOptions(addInstancesOption(command))
    .addHelpText('after', PREVIEW_EXAMPLES)
    .action((paths, options) => done(preview(paths, options, terminal)));
}

function portOf(text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new InvalidArgumentError('A port is a number from 0, any that is free, to 65535.');
}
