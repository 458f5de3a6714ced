import { resolve } from 'path';
import { LINK_DISAGREES } from '../../datadog/tagging/findings/link-disagrees';
import { Level } from '../../datadog/tagging/findings/rule';
import { linkTemplate } from '../../datadog/live-debugger';
import { DEFAULT_SESSION_LINK } from '../../rookout/link-template';
import { readConfiguration } from '../config/configuration';
import { CommandSettings } from '../config/tagging';
import { FileError, UsageError } from '../files/errors';
import { distinct, realPath } from '../files/paths';
import { withPipesRead } from '../files/read-ahead';
import { writeFile } from '../files/write';
import { Writing } from '../files/writing';
import { Steps } from '../steps';
import { InstancesOption } from '../instances/option';
import { readInstances } from '../instances/read';
import { settingsOf, TaggingOptions } from '../options';
import { counted, FINE, FOUND, Terminal } from '../output/terminal';
import { Checker } from './checker';
import { CheckFormat, FORMATS, messages } from './formats';
import { CheckResult } from './result';

export interface CheckOptions extends TaggingOptions, InstancesOption {
  readonly fix?: boolean;
  readonly format: CheckFormat;
  readonly failOn: Level;
  readonly output?: string;
}

/** The command `check`. */
export function* check(paths: readonly string[], options: CheckOptions, given: Terminal): Steps<number> {
  const { stderr, stdout, cwd } = given;
  const named = distinct(paths, given);
  const terminal = options.fix ? withPipesRead([...named.values()], given) : given;
  const inputs = new Map([...named, ...distinct(options.instances ?? [], terminal)]);
  if (options.output !== undefined) refuseInput(options.output, inputs, terminal);
  const configuration = readConfiguration(options.config, terminal);
  const settings = settingsOf(options, configuration.tagging);
  const instances = options.instances && readInstances(options.instances, terminal);
  const checker = new Checker(settings, configuration, terminal, instances);
  checker.checkInstances();
  const result = yield* (options.fix ? fixedResult : resultOf)([...named.values()], checker);
  stderr.write(messages(result));
  const report = FORMATS[options.format](result, terminal);
  if (options.output === undefined) stdout.write(report);
  else yield* writeFile({ path: options.output, absolute: resolve(cwd, options.output), content: report });
  stderr.write(summary(result));
  if (mayHaveAnotherLink(result, settings)) {
    stderr.write('If your Rookout has another URL, set it: --session-link <url>\n');
  }
  return isFailed(result, options.failOn) ? FOUND : FINE;
}

/** A file that can't be read always fails. */
function isFailed({ findings, failures }: CheckResult, failOn: Level): boolean {
  return failures.length > 0 || findings.some(({ level }) => failOn === 'warning' || level === 'error');
}

function* resultOf(paths: readonly string[], checker: Checker): Steps<CheckResult> {
  yield* checker.check(paths);
  return checker.result();
}

/** The result after all files are fixed, or none where one of them can't be written. */
function* fixedResult(paths: readonly string[], checker: Checker): Steps<CheckResult> {
  try {
    yield* Writing.all(function* (writing) {
      yield* checker.check(paths, writing);
      if (checker.notFixed) throw checker.notFixed;
    });
    return checker.resultOfFix(undefined);
  } catch (error) {
    if (error instanceof FileError) return checker.resultOfFix(error);
    throw error;
  }
}

function refuseInput(output: string, inputs: ReadonlyMap<string, string>, { cwd }: Terminal): void {
  const input = inputs.get(realPath(resolve(cwd, output)));
  if (input === undefined) return;
  throw new UsageError(
    `option '--output': "${output}" would overwrite the input "${input}". Name another file`,
  );
}

/** Whether the user's Rookout may have another URL. If it is not set, all links to it count as wrong. */
function mayHaveAnotherLink({ findings, fixed = [] }: CheckResult, settings: CommandSettings): boolean {
  if (linkTemplate(settings) !== DEFAULT_SESSION_LINK) return false;
  return [...findings, ...fixed].some(({ rule }) => rule === LINK_DISAGREES);
}

function summary({ dashboards, findings, fixed, excused, failures }: CheckResult): string {
  const parts = [
    `${counted(dashboards, 'dashboard')} checked`,
    ...(fixed ? [`${fixed.length} fixed`] : []),
    `${counted(findings.length, 'finding')}${fixed ? ' left' : ''}`,
    ...(excused > 0 ? [`${excused} excused`] : []),
    ...(failures.length > 0 ? [counted(failures.length, 'failure')] : []),
  ];
  return `${parts.join(', ')}\n`;
}
