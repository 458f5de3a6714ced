import { printable, Terminal } from '../output/terminal';
import { CheckResult } from './result';
import { sarif } from './sarif';

/** How findings are told; the first is the default. */
export const CHECK_FORMATS = ['text', 'json', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export const FORMATS: Readonly<Record<CheckFormat, (result: CheckResult, terminal: Terminal) => string>> = {
  text,
  json: (result) => printed(plain(result)),
  sarif: (result, { cwd }) => printed(sarif(result, cwd)),
};

function text({ findings }: CheckResult): string {
  return findings
    .map(({ rule, path, start, resource, widget, message }) => {
      const where = resource === undefined ? '' : `${resource}, ${widget}: `;
      return `${printable(`${path}:${start.line}:${start.column}: ${rule.id}: ${where}${message}`)}\n`;
    })
    .join('');
}

function plain({ dashboards, findings, notes, failures }: CheckResult): object {
  return {
    dashboards,
    findings: findings.map(({ rule, path, start, dashboard, resource, widget, message }) => ({
      rule: rule.id,
      level: rule.level,
      path,
      ...start,
      dashboard,
      resource,
      widget,
      message,
    })),
    notes: notes.map(({ path, message }) => ({ path, message })),
    failures: failures.map(({ path, place, problem }) => ({ path, ...place, message: problem })),
  };
}

function printed(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
