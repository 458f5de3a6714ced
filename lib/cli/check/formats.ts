import { fileAt } from '../../bad-input';
import { quotedTitle } from '../../datadog/tagging/findings/rule';
import { printable, Terminal } from '../output/terminal';
import { CheckResult, Finding } from './result';
import { sarif } from './sarif';

/** The formats of a report. The first is the default. */
export const CHECK_FORMATS = ['text', 'json', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export const FORMATS: Readonly<Record<CheckFormat, (result: CheckResult, terminal: Terminal) => string>> = {
  text,
  json: (result) => printed(plain(result)),
  sarif: (result, { cwd }) => printed(sarif(result, cwd)),
};

/** Everything except the findings, for people to read. */
export function messages({ notes, failures, fixed = [] }: CheckResult): string {
  const lines = [
    ...notes.map(({ path, place, message }) => `${fileAt(path, place)}: note: ${message}`),
    ...failures.map(({ message }) => message),
    ...fixed.map(fixedLine),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function fixedLine(finding: Finding): string {
  return `${finding.path}: fixed: ${finding.rule.id}: ${widgetOf(finding)}: ${quotedTitle(finding.title)}`;
}

function text({ findings }: CheckResult): string {
  return findings
    .map((finding) => {
      const { rule, path, start, message } = finding;
      return `${printable(`${fileAt(path, start)}: ${rule.id}: ${widgetOf(finding)}: ${message}`)}\n`;
    })
    .join('');
}

/** The widget, named by its position. The message has its title. */
function widgetOf({ resource, widget }: Finding): string {
  return resource === undefined ? widget : `${resource}, ${widget}`;
}

function plain({ dashboards, findings, fixed, notes, failures }: CheckResult): object {
  return {
    dashboards,
    findings: findings.map(({ rule, level, path, start, dashboard, resource, widget, title, message }) => ({
      rule: rule.id,
      level,
      path,
      ...start,
      dashboard,
      resource,
      widget,
      title,
      message,
    })),
    fixed: fixed?.map(({ rule, path, dashboard, widget, title }) => ({
      rule: rule.id,
      path,
      dashboard,
      widget,
      title,
    })),
    notes: notes.map(({ path, place, message }) => ({ path, ...place, message })),
    failures: failures.map(({ path, place, problem }) => ({ path, ...place, message: problem })),
  };
}

function printed(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
