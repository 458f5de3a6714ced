import { Command, Option } from 'commander';
import { addInstancesOption } from '../instances/option';
import { addTaggingOptions } from '../options';
import { Terminal } from '../output/terminal';
import { LABELS_FORMATS } from './formats';
import { labels } from './labels';

const LABELS_EXAMPLES = `
A path is an exported dashboard, a directory of them, or what CDKTF synthesizes (cdktf.out or a cdk.tf.json).
Labels that titles and links have are listed, and those that "tag" with the same options would add: "by tagging".

Examples:
  $ rookout-datadog labels dashboards
  $ rookout-datadog labels cdktf.out --format json
  $ rookout-datadog labels dashboards --instances k8s/*.yaml

Exit code: 0 when all dashboards are read, 1 when one could not be, 2 when the command or the configuration is not
understood.`;

/** Adds `labels`. */
export function addLabels(program: Command, terminal: Terminal, done: (exitCode: number) => void): void {
  const command = program
    .command('labels')
    .summary('list the labels that instances need')
    .description(
      'Lists the labels that the titles and links of dashboards use, with the graphs that use them.',
    )
    .argument(
      '<path...>',
      'dashboards, files of Terraform, directories of them, what CDKTF has synthesized, or plans',
    )
    .addOption(
      new Option('--format <format>', 'of the list').choices([...LABELS_FORMATS]).default(LABELS_FORMATS[0]),
    );
  addTaggingOptions(addInstancesOption(command))
    .addHelpText('after', LABELS_EXAMPLES)
    .action((paths, options) => done(labels(paths, options, terminal)));
}
