import { Outcome, remarkOf, WidgetReport } from './report';

/** A line that counts the results and, if wanted, a line for each widget. */
export function summaryOf(reports: readonly WidgetReport[], eachWidget: boolean): string {
  const lines = eachWidget ? reports.map((report) => `  ${widgetLine(report)}`) : [];
  return [`Rookout tagging: ${String(new OutcomeCounts().add(reports)) || 'no graphs'}`, ...lines].join('\n');
}

/** How many widgets have each outcome. */
export class OutcomeCounts {
  private readonly counts = new Map<Outcome, number>();

  public add(reports: readonly WidgetReport[]): this {
    for (const { outcome } of reports) this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1);
    return this;
  }

  /** Such as `2 tagged, 1 linked`. Empty if there are no widgets. */
  public toString(): string {
    return Array.from(this.counts, ([outcome, count]) => `${count} ${outcome}`).join(', ');
  }
}

/** The result for a widget in one line. */
export function widgetLine(report: WidgetReport): string {
  const { path, outcome, before, after, reason = '' } = report;
  const remark = remarkOf(report, reason);
  return `${path}: ${outcome}: ${after === before ? before : `${before} → ${after}`}${remark ? ` (${remark})` : ''}`;
}
