import { fileAt } from '../../bad-input';
import { quotedTitle } from '../../datadog/tagging/findings/rule';
import { Repository } from '../files/repository';
import { plainFailure, plainNote, printedJson } from '../output/json';
import { printable, Terminal } from '../output/terminal';
import { gitlab } from './gitlab';
import { junit } from './junit';
import { CheckResult, Finding } from './result';
import { sarif } from './sarif';

/** The formats of a report. The first is the default. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'gitlab', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export const FORMATS: Readonly<Record<CheckFormat, (result: CheckResult, terminal: Terminal) => string>> = {
  text,
  json: (result) => printedJson(plain(result)),
  sarif: (result, { cwd }) => printedJson(sarif(result, new Repository(cwd))),
  gitlab: (result, { cwd }) => printedJson(gitlab(result, new Repository(cwd))),
  junit,
};

/** Everything except the findings, for people to read. */
export function messages({
  notes,
  failures,
  fixed = [],
}: Pick<CheckResult, 'notes' | 'failures' | 'fixed'>): string {
  const lines = [
    ...notes.map(({ path, place, message }) => `${fileAt(path, place)}: note: ${message}`),
    ...failures.map(({ message }) => message),
    ...fixed.map(fixedLine),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function fixedLine(finding: Finding): string {
  return `${finding.path}: fixed: ${finding.rule.id}: ${subjectOf(finding)}: ${quotedTitle(finding.title ?? '')}`;
}

function text({ findings }: CheckResult): string {
  return findings
    .map((finding) => {
      const { rule, path, start, message } = finding;
      return `${printable(`${fileAt(path, start)}: ${rule.id}: ${subjectOf(finding)}: ${message}`)}\n`;
    })
    .join('');
}

/** The construct or resource and the widget, named by its position, or what runs. The message has the widget's title. */
function subjectOf({ construct, resource, widget, instance }: Finding): string {
  return [construct ?? resource, widget, instance].filter((name) => name !== undefined).join(', ');
}

function plain({ dashboards, findings, fixed, notes, failures }: CheckResult): object {
  return {
    dashboards,
    findings: findings.map((finding) => ({
      rule: finding.rule.id,
      level: finding.level,
      path: finding.path,
      ...finding.start,
      dashboard: finding.dashboard,
      resource: finding.resource,
      construct: finding.construct,
      widget: finding.widget,
      title: finding.title,
      instance: finding.instance,
      message: finding.message,
    })),
    fixed: fixed?.map(({ rule, path, dashboard, widget, title }) => ({
      rule: rule.id,
      path,
      dashboard,
      widget,
      title,
    })),
    notes: notes.map(plainNote),
    failures: failures.map(plainFailure),
  };
}
