import { Command, Option } from 'commander';
import { addTaggingOptions, place } from '../options';
import { Terminal } from '../output/terminal';
import { Done } from '../steps';
import { TAG_FORMATS } from './formats';
import { tag } from './tag';

const TAG_EXAMPLES = `
Datadog's page of a dashboard exports it: Configure > Export dashboard JSON.
Only titles and custom links change. The rest of a file stays the same, byte for byte.
- alone is the standard input: the tagged dashboard goes to the standard output, and the report to standard error.
Of a directory, all files of Terraform in it are tagged, and the JSON files that their dashboards name by file("…").

Examples:
  $ rookout-datadog tag cart.json --dry-run
  $ rookout-datadog tag dashboards/*.json --in-place
  $ rookout-datadog tag dashboards/*.json --out tagged --widget-types timeseries,query_value
  $ rookout-datadog tag - < cart.json > tagged.json
  $ rookout-datadog tag dashboards/*.json --dry-run --format json
  $ rookout-datadog tag main.tf --dry-run
  $ rookout-datadog tag infrastructure --in-place
  $ rookout-datadog tag cart.json --in-place --session-link 'https://rookout.example.com/?labels={labels}'
  $ rookout-datadog tag cart.json --in-place --label-keys team,service --datadog-tag team=team_name

Without options, the settings under "tagging" in rookout-datadog.json are used.

Exit code: 0 when all files are dealt with, 1 when one could not be, 2 when the command or the configuration is not
understood.`;

/** Adds `tag`. */
export function addTag(program: Command, terminal: Terminal, done: Done): void {
  const command = program
    .command('tag')
    .summary('give dashboards label filters and "Set metric points"')
    .description(
      'Gives the graphs of exported dashboards, and of dashboards in files of Terraform, the label filters that their queries name, in their titles, and ' +
        'the link "Set metric points".',
    )
    .argument(
      '<file...>',
      'dashboards as Datadog exports them, files of Terraform (.tf), or directories with these',
    )
    .option('--out <dir>', 'write the dashboards to this directory, under the same names', place)
    .option('--in-place', 'change the files themselves')
    .option('--dry-run', 'write nothing, only show what would change')
    .addOption(
      new Option('--format <format>', 'of the report').choices([...TAG_FORMATS]).default(TAG_FORMATS[0]),
    );
  addTaggingOptions(command)
    .addHelpText('after', TAG_EXAMPLES)
    .action((files, options) => done(tag(files, options, terminal)));
}
