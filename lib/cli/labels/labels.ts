import { readConfiguration } from '../config/configuration';
import { messages } from '../check/formats';
import { distinct } from '../files/paths';
import { InstancesOption } from '../instances/option';
import { readInstances } from '../instances/read';
import { settingsOf, TaggingOptions } from '../options';
import { counted, FINE, FOUND, Terminal } from '../output/terminal';
import { LabelCollector } from './collector';
import { FORMATS, LabelsFormat } from './formats';

export interface LabelsOptions extends TaggingOptions, InstancesOption {
  readonly format: LabelsFormat;
}

/** The command `labels`. */
export function labels(paths: readonly string[], options: LabelsOptions, terminal: Terminal): number {
  const named = distinct(paths, terminal);
  const settings = settingsOf(options, readConfiguration(options.config, terminal).tagging);
  const instances = options.instances && readInstances(options.instances, terminal);
  const collector = new LabelCollector(settings, terminal, instances);
  collector.read(named.values());
  const result = collector.result();
  terminal.stderr.write(messages(result));
  terminal.stdout.write(FORMATS[options.format](result));
  const { dashboards, labels: used, failures } = result;
  terminal.stderr.write(`${counted(dashboards, 'dashboard')}, ${counted(used.length, 'label')}\n`);
  return failures.length > 0 ? FOUND : FINE;
}
