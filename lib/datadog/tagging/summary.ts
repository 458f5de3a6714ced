import { remarkOf, WidgetReport } from './report';

/** A line that counts the results and, if wanted, a line for each widget. */
export function summaryOf(reports: readonly WidgetReport[], eachWidget: boolean): string {
  const lines = eachWidget ? reports.map((report) => `  ${widgetLine(report)}`) : [];
  return [`Rookout tagging: ${countsOf(reports) || 'no graphs'}`, ...lines].join('\n');
}

/** How many widgets have each outcome, such as `2 tagged, 1 linked`. Empty if there are no widgets. */
export function countsOf(reports: readonly WidgetReport[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of reports) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

/** The result for a widget in one line. */
export function widgetLine(report: WidgetReport): string {
  const { path, outcome, before, after, reason = '' } = report;
  const remark = remarkOf(report, reason);
  return `${path}: ${outcome}: ${after === before ? before : `${before} → ${after}`}${remark ? ` (${remark})` : ''}`;
}
