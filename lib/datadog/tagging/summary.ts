import { WidgetReport } from './report';

/** A line that counts the results and, if wanted, a line for each widget. */
export function summaryOf(reports: readonly WidgetReport[], eachWidget: boolean): string {
  const counts = new Map<string, number>();
  for (const { outcome } of reports) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const summary = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'no graphs';
  return [`Rookout tagging: ${summary}`, ...(eachWidget ? reports.map(line) : [])].join('\n');
}

function line({ path, outcome, before, after, reason }: WidgetReport): string {
  return `  ${path}: ${outcome}: ${after === before ? before : `${before} → ${after}`}${reason ? ` (${reason})` : ''}`;
}
