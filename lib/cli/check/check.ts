import { resolve } from 'path';
import { TaggingRules } from '../../datadog/tagging/rules';
import { DEFAULT_SESSION_LINK } from '../../rookout/session-link';
import { CheckFormat, FORMATS } from './formats';
import { CheckResult, Finding, Note } from './result';
import { DashboardSource, sourcesIn } from './sources';
import { titleOf } from '../files/dashboard';
import { FileError, UsageError, withFile } from '../files/errors';
import { findingsIn } from '../../datadog/tagging/findings/findings';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { LINK_DISAGREES } from '../../datadog/tagging/findings/link-disagrees';
import { distinct, realPath } from '../files/paths';
import { excludesDashboard, rulesOf, TaggingOptions } from '../options';
import { counted, FINE, FOUND, printable, Terminal } from '../output/terminal';
import { writeFile } from '../files/write';

export interface CheckOptions extends TaggingOptions {
  readonly format: CheckFormat;
  readonly output?: string;
}

/** The command `check`. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): number {
  const { stderr, stdout, cwd } = terminal;
  const named = distinct(paths, terminal);
  if (options.output !== undefined) refuseInput(options.output, named, terminal);
  const result = checkAll([...named.values()], options, terminal);
  for (const { path, message } of result.notes) stderr.write(`${printable(`${path}: note: ${message}`)}\n`);
  for (const { message } of result.failures) stderr.write(`${printable(message)}\n`);
  const report = FORMATS[options.format](result, terminal);
  if (options.output === undefined) stdout.write(report);
  else writeFile({ path: options.output, absolute: resolve(cwd, options.output), content: report });
  stderr.write(summary(result));
  if (mayHaveAnotherLink(result, options)) {
    stderr.write('If Rookout has another address with you, name it: --session-link <url>\n');
  }
  return result.findings.length + result.failures.length > 0 ? FOUND : FINE;
}

function refuseInput(output: string, inputs: ReadonlyMap<string, string>, { cwd }: Terminal): void {
  const input = inputs.get(realPath(resolve(cwd, output)));
  if (input === undefined) return;
  throw new UsageError(
    `option '--output': "${output}" would be written over the input "${input}". Name another file`,
  );
}

function checkAll(paths: readonly string[], options: CheckOptions, terminal: Terminal): CheckResult {
  const rules = rulesOf(options);
  const result = {
    dashboards: 0,
    findings: [] as Finding[],
    notes: [] as Note[],
    failures: [] as FileError[],
  };
  for (const path of paths) {
    for (const source of sourcesIn(path, terminal)) {
      if (source.kind === 'failure') result.failures.push(source.error);
      else if (source.kind === 'note') result.notes.push(source);
      else if (excludesDashboard(options, source.dashboard)) continue;
      else {
        try {
          const { findings, notes } = withFile(source.path, () => checkDashboard(source, rules));
          result.dashboards++;
          for (const finding of findings) result.findings.push(finding);
          for (const note of notes) result.notes.push(note);
        } catch (error) {
          result.failures.push(error as FileError);
        }
      }
    }
  }
  return result;
}

function checkDashboard(
  source: DashboardSource,
  rules: TaggingRules,
): { readonly findings: Finding[]; readonly notes: Note[] } {
  const { path, resource } = source;
  const { findings, unchecked } = findingsIn(source.dashboard, rules);
  return {
    findings: findings.map(({ rule, widget, message }) => ({
      rule,
      path,
      ...source.placeOf([...definitionKeys(widget.path), 'title']),
      dashboard: titleOf(source.dashboard),
      resource,
      widget: widget.path,
      message,
    })),
    notes: unchecked.map(({ widget, reason }) => ({
      path,
      message: `${resource === undefined ? '' : `${resource}: `}${widget.path} is not checked: ${reason}`,
    })),
  };
}

/** Without the option, every link to an address of one's own disagrees. */
function mayHaveAnotherLink({ findings }: CheckResult, { sessionLink }: CheckOptions): boolean {
  return sessionLink === DEFAULT_SESSION_LINK && findings.some(({ rule }) => rule === LINK_DISAGREES);
}

function summary({ dashboards, findings, failures }: CheckResult): string {
  const failed = failures.length > 0 ? `, ${counted(failures.length, 'failure')}` : '';
  return `${counted(dashboards, 'dashboard')} checked, ${counted(findings.length, 'finding')}${failed}\n`;
}
