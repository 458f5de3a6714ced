import { Place } from '../datadog/lines';
import { FileError } from './errors';
import { Rule } from './findings';
import { sarif } from './sarif';
import { printable, Terminal } from './terminal';

/** Something to see to. */
export interface Finding {
  readonly rule: Rule;
  readonly path: string;
  readonly start: Place;
  readonly end?: Place;
  /** The dashboard's title. */
  readonly dashboard?: string;
  /** The Terraform resource that the dashboard is of. */
  readonly resource?: string;
  /** Where the widget stands in the dashboard. */
  readonly widget: string;
  readonly message: string;
}

/** Something that has not been checked, and why. */
export interface Note {
  readonly path: string;
  readonly message: string;
}

/** All that a check has to say. */
export interface CheckResult {
  /** How many have been checked. */
  readonly dashboards: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  readonly failures: readonly FileError[];
}

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
