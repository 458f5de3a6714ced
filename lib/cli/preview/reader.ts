import { Judge } from '../check/judge';
import { readConfiguration } from '../config/configuration';
import { FileError } from '../files/errors';
import { InstancesOption } from '../instances/option';
import { readInstances } from '../instances/read';
import { settingsOf, TaggingOptions } from '../options';
import { printable, Terminal } from '../output/terminal';
import { dashboardsIn, PreviewedDashboard } from './dashboards';

/** Reads dashboards with what `check` finds in them, and tells of those that can't be read. */
export class Reader {
  private readonly judge: Judge;
  /** What could not be read. */
  public readonly failures: FileError[] = [];

  public constructor(
    options: TaggingOptions & InstancesOption,
    private readonly terminal: Terminal,
  ) {
    const configuration = readConfiguration(options.config, terminal);
    const settings = settingsOf(options, configuration.tagging);
    const instances = options.instances && readInstances(options.instances, terminal);
    for (const { path, message } of instances?.notes ?? []) {
      terminal.stderr.write(`${printable(`${path}: note: ${message}`)}\n`);
    }
    this.judge = new Judge(settings, configuration, terminal.cwd, instances);
  }

  /** @param cwd the directory that the paths are relative to */
  public read(paths: readonly string[], cwd = this.terminal.cwd): Generator<PreviewedDashboard> {
    return dashboardsIn(paths, this.judge, { ...this.terminal, cwd }, this);
  }

  /** Tells of what a page does not show. */
  public leftOut({ message }: FileError): void {
    this.terminal.stderr.write(`${printable(`note: ${message}`)}\n`);
  }

  /** Tells of what could not be shown. */
  public failed(error: FileError): void {
    this.failures.push(error);
    this.terminal.stderr.write(`${printable(error.message)}\n`);
  }
}
