import { Command, Option } from 'commander';
import { RULES } from '../../datadog/tagging/findings/findings';
import { addInstancesOption } from '../instances/option';
import { addTaggingOptions, place } from '../options';
import { Terminal } from '../output/terminal';
import { Done } from '../steps';
import { check } from './check';
import { CHECK_FORMATS } from './formats';

const CHECK_EXAMPLES = `
A path is an exported dashboard, a directory of them, what CDKTF synthesizes (cdktf.out or a cdk.tf.json), or what
terraform show -json prints of a plan or a state. - is the standard input.

Rules:
${RULES.map(({ id, summary }) => `  ${id.padEnd(16)}  ${summary}`).join('\n')}

rookout-datadog.json sets the level of a rule, or "off", and excuses findings, each with a reason:
  {
    "rules": { "malformed-filter": "warning" },
    "excuses": [{ "rule": "missing-filter", "dashboard": "Wall *", "reason": "nobody can click there" }]
  }

Examples:
  $ rookout-datadog check dashboards
  $ rookout-datadog check dashboards --fix
  $ rookout-datadog check dashboards --config ops/rookout-datadog.json
  $ rookout-datadog check cdktf.out --session-link 'https://rookout.example.com/?labels={labels}'
  $ rookout-datadog check dashboards --format sarif --output rookout.sarif
  $ rookout-datadog check dashboards --fail-on error
  $ terraform show -json tfplan | rookout-datadog check -
  $ rookout-datadog check dashboards --instances k8s/*.yaml
  $ kubectl get deployments,statefulsets,daemonsets -A -o json > running.json
  $ rookout-datadog check dashboards --instances running.json

Exit code: 0 when there are no findings (left), 1 with some, of the level that --fail-on says or a higher one, or when a
path could not be read, 2 when the command or the configuration is not understood.`;

/** Adds `check`. */
export function addCheck(program: Command, terminal: Terminal, done: Done): void {
  const command = program
    .command('check')
    .summary('find graphs that do not open Rookout as they should')
    .description(
      'Finds graphs without label filter, with a malformed one, or whose title or link disagrees with the queries.',
    )
    .argument(
      '<path...>',
      'dashboards, files of Terraform, directories of them, what CDKTF has synthesized, or plans',
    )
    .addOption(
      new Option('--format <format>', 'of the findings')
        .choices([...CHECK_FORMATS])
        .default(CHECK_FORMATS[0]),
    )
    .addOption(
      new Option('--fail-on <level>', 'the lowest level of a finding that makes the exit code 1')
        .choices(['error', 'warning'])
        .default('warning'),
    )
    .option('--fix', 'tag the graphs with findings that tagging fixes, and report the rest')
    .option('--output <file>', 'write the findings to this file', place);
  addTaggingOptions(addInstancesOption(command))
    .addHelpText('after', CHECK_EXAMPLES)
    .action((paths, options) => done(check(paths, options, terminal)));
}
