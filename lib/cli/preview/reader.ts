import { Checker } from '../check/checker';
import { readConfiguration } from '../config/configuration';
import { FileError } from '../files/errors';
import { settingsOf, TaggingOptions } from '../options';
import { printable, Terminal } from '../output/terminal';
import { dashboardsIn, PreviewedDashboard } from './dashboards';

/** Reads dashboards with what `check` finds in them, and tells of those that can't be read. */
export class Reader {
  private readonly checker: Checker;
  /** How many could not be read. */
  public failures = 0;

  public constructor(
    options: TaggingOptions,
    private readonly terminal: Terminal,
  ) {
    const configuration = readConfiguration(options.config, terminal);
    const settings = settingsOf(options, configuration.tagging);
    this.checker = new Checker(settings, configuration, false, terminal);
  }

  /** @param cwd the directory that the paths are relative to */
  public read(paths: readonly string[], cwd = this.terminal.cwd): Generator<PreviewedDashboard> {
    return dashboardsIn(paths, this.checker, { ...this.terminal, cwd }, (error) => this.failed(error));
  }

  private failed({ message }: FileError): void {
    this.failures++;
    this.terminal.stderr.write(`${printable(message)}\n`);
  }
}
