import { resolve } from 'path';
import { TaggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { readConfiguration } from '../config/configuration';
import { CommandSettings } from '../config/tagging';
import { dashboardFileOf, readDashboardFile, titleOf } from '../files/dashboard';
import { checkRegular, editedFile } from '../files/edit';
import { FileError, UsageError, withFile } from '../files/errors';
import { readStandardInput, STANDARD_INPUT, TextFile } from '../files/read';
import { withPipesRead } from '../files/read-ahead';
import { isTerraformFile, readTerraformFile } from '../files/terraform';
import { Progress } from '../output/progress';
import { standardInputJob, TagJob, TagTarget, tagJobs } from './jobs';
import { withFollowed } from './followed';
import { TAG_REPORTS, TagFormat, TagReport } from './formats';
import { TaggedFile, TagTotals } from './report';
import { tagTerraform } from './terraform';
import { excludesDashboard, rulesOf, settingsOf, TaggingOptions } from '../options';
import { FINE, FOUND, printable, Terminal } from '../output/terminal';
import { Writing } from '../files/writing';
import { Steps } from '../steps';

export interface TagOptions extends TaggingOptions, TagTarget {
  readonly format: TagFormat;
}

/** The command `tag`. What it writes, it writes whole, or not at all. */
export function* tag(paths: readonly string[], options: TagOptions, given: Terminal): Steps<number> {
  const settings = settingsOf(options, readConfiguration(options.config, given).tagging);
  const rules = rulesOf(settings);
  if (paths.includes(STANDARD_INPUT)) return tagStandardInput(paths, options, rules, settings, given);
  const jobs = tagJobs(withFollowed(paths, given), options, given);
  const terminal = withPipesRead(
    jobs.map(({ path }) => path),
    given,
  );
  const progress = new Progress(terminal, jobs.length);
  const report = TAG_REPORTS[options.format](terminal.stdout);
  const totals = new TagTotals();
  yield* Writing.all(function* (writing) {
    if (options.out !== undefined) writing.makeDirectory(options.out, resolve(terminal.cwd, options.out));
    for (const job of jobs) {
      yield;
      progress.next(job.path);
      const result = resultOf(job, rules, settings, terminal);
      progress.clear();
      if (!(result instanceof FileError) && job.target !== undefined && result.content !== undefined) {
        writing.add({
          path: job.target,
          absolute: resolve(terminal.cwd, job.target),
          content: result.content,
        });
      }
      tell(result, job, report, totals, terminal);
    }
  });
  const summary = totals.summary(options.dryRun ?? false);
  if (options.format === 'json') terminal.stderr.write(summary);
  report.end(summary);
  return totals.hasFailed ? FOUND : FINE;
}

/** Writes the tagged dashboard to the standard output, and all that there is to say of it to the other one. */
function tagStandardInput(
  paths: readonly string[],
  options: TagOptions,
  rules: TaggingRules,
  settings: CommandSettings,
  terminal: Terminal,
): number {
  const job = standardInputJob(paths, options);
  const { stdout, stderr } = terminal;
  const isDry = options.dryRun ?? false;
  if (options.format === 'json' && !isDry) {
    throw new UsageError(
      "option '--format': the standard output is for the tagged dashboard. Add --dry-run to get a report as JSON",
    );
  }
  const report = TAG_REPORTS[options.format](isDry ? stdout : stderr);
  const totals = new TagTotals();
  const result = resultOf(job, rules, settings, terminal);
  tell(result, job, report, totals, terminal);
  if (!isDry && !(result instanceof FileError)) stdout.write(String(result.content));
  report.end(totals.summary(isDry));
  return totals.hasFailed ? FOUND : FINE;
}

/** Tells of the result for a file, and counts it. */
function tell(
  result: Tagged | FileError,
  job: TagJob,
  report: TagReport,
  totals: TagTotals,
  { stderr }: Terminal,
): void {
  if (result instanceof FileError) {
    totals.fail();
    report.fail(result);
    stderr.write(`${printable(result.message)}\n`);
    return;
  }
  for (const file of result.dashboards) {
    report.add(job, file);
    totals.add(file);
  }
}

/** A file with its dashboards tagged. */
interface Tagged {
  /** Undefined if it is not to be written: in a dry run, or where nothing has changed and it is in its place. */
  readonly content?: string | Buffer;
  readonly dashboards: readonly TaggedFile[];
}

/** The result for a file, or why there is none. */
function resultOf(
  job: TagJob,
  rules: TaggingRules,
  settings: CommandSettings,
  terminal: Terminal,
): Tagged | FileError {
  try {
    return withFile(job.path, () =>
      isTerraformFile(job.path)
        ? taggedTerraform(job, rules, settings, terminal)
        : taggedDashboard(job, rules, settings, terminal),
    );
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

function taggedDashboard(
  job: TagJob,
  rules: TaggingRules,
  settings: CommandSettings,
  terminal: Terminal,
): Tagged {
  const file =
    job.path === STANDARD_INPUT
      ? dashboardFileOf(readStandardInput(terminal))
      : readDashboardFile(job.path, terminal);
  const title = titleOf(file.dashboard);
  if (excludesDashboard(settings, file.dashboard)) {
    const result = { title, widgets: [], excluded: true, changed: false };
    return { content: contentOf(job, file, undefined), dashboards: [result] };
  }
  const { dashboard, widgets } = tagDashboard(file.dashboard, rules);
  const changed = dashboard !== file.dashboard;
  const text = changed && job.target !== undefined ? editedFile(file, dashboard) : undefined;
  const result = { title, widgets, excluded: false, changed };
  return { content: contentOf(job, file, text), dashboards: [result] };
}

function taggedTerraform(
  job: TagJob,
  rules: TaggingRules,
  settings: CommandSettings,
  terminal: Terminal,
): Tagged {
  const file = readTerraformFile(job.path, terminal);
  const { content, dashboards } = tagTerraform(file, rules, settings);
  return { content: contentOf(job, file, content), dashboards };
}

/** An unchanged file is copied byte for byte. With `--in-place` it is not written. */
function contentOf(job: TagJob, file: TextFile, text: string | undefined): string | undefined {
  if (!job.inPlace) return text ?? file.whole;
  if (text !== undefined) checkRegular(job.path, file.absolute);
  return text;
}
