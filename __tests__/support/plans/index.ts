import { readFileSync } from 'fs';
import { join } from 'path';

/** What `terraform show -json` printed of `main.tf`. */
export const PLAN = readFileSync(join(__dirname, 'plan.json'), 'utf8');
export const STATE = readFileSync(join(__dirname, 'state.json'), 'utf8');

/** The text of a sensitive variable. */
export const SECRET = 'secret-words';

/** What `check` finds in the plan. */
export const FINDINGS = [
  'title-disagrees datadog_dashboard.typed widgets[0].definition.widgets[0]',
  'missing-filter datadog_dashboard.unknown widgets[3]',
  'link-disagrees datadog_dashboard_json.heredoc widgets[0]',
  'missing-filter datadog_powerpack.pack[0] widgets[0]',
  'missing-filter module.shop["eu"].datadog_dashboard_json.board["web.json.tftpl"] widgets[0]',
  'missing-filter module.shop["eu"].datadog_dashboard_v2.typed[0] widgets[0]',
  'missing-filter module.shop["us"].datadog_dashboard_json.board["web.json.tftpl"] widgets[0]',
  'missing-filter module.shop["us"].datadog_dashboard_v2.typed[0] widgets[0]',
];

/** The findings of a report in JSON, as `rule address widget`. */
export function findingsIn(report: string): string[] {
  return JSON.parse(report).findings.map(
    ({ rule, resource, widget }: Record<string, string>) => `${rule} ${resource} ${widget}`,
  );
}
