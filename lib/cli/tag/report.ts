import { remarkOf, WidgetReport } from '../../datadog/tagging/report';
import { OutcomeCounts } from '../../datadog/tagging/summary';
import { TagJob } from './jobs';
import { table } from '../output/table';
import { counted, printable } from '../output/terminal';

/** The result for one file. */
export interface TaggedFile {
  /** The address of its resource, in a file of Terraform. */
  readonly address?: string;
  readonly title?: string;
  readonly widgets: readonly WidgetReport[];
  /** Whether a pattern excludes the dashboard. */
  readonly excluded: boolean;
  readonly changed: boolean;
  /** What of it is left alone, and why. */
  readonly notes?: readonly string[];
}

/** The results for a dashboard and for each of its graphs, for people to read. */
export function tagTable(job: TagJob, file: TaggedFile): string {
  const title = file.title === undefined ? '' : `  ${quoted(file.title)}`;
  const name = [job.path, ...(file.address === undefined ? [] : [file.address])].map(printable).join('  ');
  const notes = (file.notes ?? []).map((note) => `  ${printable(note)}\n`).join('');
  const heading = `${name}${title}  ${destination(job, file)}\n${notes}`;
  if (file.widgets.length === 0) return heading;
  const rows = file.widgets.map((widget) => [widget.path, widget.outcome, titles(widget), reason(widget)]);
  return `${heading}${table([['WIDGET', 'OUTCOME', 'TITLE', 'REASON'], ...rows])}`;
}

function destination({ target, inPlace }: TagJob, { excluded, changed }: TaggedFile): string {
  const what = excluded ? 'excluded' : changed ? 'tagged' : 'unchanged';
  if (target === undefined) return changed ? 'would be tagged' : what;
  return inPlace ? what : `${what} → ${printable(target)}`;
}

function titles({ before, after, changed }: WidgetReport): string {
  if (after !== before) return `${quoted(before)} → ${quoted(after)}`;
  return `${quoted(before)}${changed ? ' (link only)' : ''}`;
}

function reason(report: WidgetReport): string {
  const isMended = report.outcome === 'already tagged' && report.changed;
  return printable(
    isMended ? remarkOf(report, 'link was missing, or opened other instances') : remarkOf(report),
  );
}

/** Counts the results, of which nothing else is kept: there may be thousands of files. */
export class TagTotals {
  private dashboards = 0;
  private changed = 0;
  private failed = 0;
  private readonly graphs = new OutcomeCounts();

  public add({ changed, widgets }: TaggedFile): void {
    this.dashboards++;
    if (changed) this.changed++;
    this.graphs.add(widgets);
  }

  public fail(): void {
    this.failed++;
  }

  public get hasFailed(): boolean {
    return this.failed > 0;
  }

  /** One line about all files. */
  public summary(dryRun: boolean): string {
    const { dashboards, changed, failed } = this;
    const graphs = String(this.graphs) || 'none';
    const parts = [
      `${changed} of ${counted(dashboards, 'dashboard')} ${dryRun ? 'would change' : 'changed'}`,
    ];
    if (failed > 0) parts.push(`${counted(failed, 'file')} failed`);
    return `${parts.join(', ')}; graphs: ${graphs}\n`;
  }
}

function quoted(text: string): string {
  return `"${printable(text)}"`;
}
