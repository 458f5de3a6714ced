import { resolve } from 'path';
import { TaggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { readConfiguration } from '../config/configuration';
import { CommandSettings } from '../config/tagging';
import { readDashboardFile, titleOf } from '../files/dashboard';
import { checkRegular, editedFile } from '../files/edit';
import { FileError, withFile } from '../files/errors';
import { TextFile } from '../files/read';
import { isTerraformFile, readTerraformFile } from '../files/terraform';
import { Progress } from '../output/progress';
import { TagJob, TagTarget, tagJobs } from './jobs';
import { withFollowed } from './followed';
import { TaggedFile, tagSummary, tagTable } from './report';
import { tagTerraform } from './terraform';
import { excludesDashboard, rulesOf, settingsOf, TaggingOptions } from '../options';
import { FINE, FOUND, printable, Terminal } from '../output/terminal';
import { makeDirectory, writeFile } from '../files/write';

export interface TagOptions extends TaggingOptions, TagTarget {}

/** The command `tag`. */
export function tag(paths: readonly string[], options: TagOptions, terminal: Terminal): number {
  const settings = settingsOf(options, readConfiguration(options.config, terminal).tagging);
  const rules = rulesOf(settings);
  const jobs = tagJobs(withFollowed(paths, terminal), options, terminal);
  if (options.out !== undefined) makeDirectory(options.out, resolve(terminal.cwd, options.out));
  const progress = new Progress(terminal, jobs.length);
  const tagged: TaggedFile[] = [];
  let failed = 0;
  for (const job of jobs) {
    progress.next(job.path);
    try {
      const dashboards = withFile(job.path, () =>
        isTerraformFile(job.path)
          ? tagTerraformFile(job, rules, settings, terminal)
          : [tagFile(job, rules, settings, terminal)],
      );
      progress.clear();
      for (const file of dashboards) terminal.stdout.write(tagTable(job, file));
      tagged.push(...dashboards);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failed++;
      progress.clear();
      terminal.stderr.write(`${printable(error.message)}\n`);
    }
  }
  progress.clear();
  terminal.stdout.write(tagSummary(tagged, failed, options.dryRun ?? false));
  return failed > 0 ? FOUND : FINE;
}

function tagFile(
  job: TagJob,
  rules: TaggingRules,
  settings: CommandSettings,
  terminal: Terminal,
): TaggedFile {
  const file = readDashboardFile(job.path, terminal);
  const title = titleOf(file.dashboard);
  if (excludesDashboard(settings, file.dashboard)) {
    write(job, file, undefined, terminal);
    return { title, widgets: [], excluded: true, changed: false };
  }
  const { dashboard, widgets } = tagDashboard(file.dashboard, rules);
  const changed = dashboard !== file.dashboard;
  const text = changed && job.target !== undefined ? editedFile(file, dashboard) : undefined;
  write(job, file, text, terminal);
  return { title, widgets, excluded: false, changed };
}

function tagTerraformFile(
  job: TagJob,
  rules: TaggingRules,
  settings: CommandSettings,
  terminal: Terminal,
): readonly TaggedFile[] {
  const file = readTerraformFile(job.path, terminal);
  const { content, dashboards } = tagTerraform(file, rules, settings);
  write(job, file, content, terminal);
  return dashboards;
}

/** An unchanged file is copied byte for byte. With `--in-place` it is not written. */
function write(job: TagJob, file: TextFile, text: string | undefined, terminal: Terminal): void {
  if (job.target === undefined || (job.inPlace && text === undefined)) return;
  const absolute = resolve(terminal.cwd, job.target);
  if (job.inPlace) checkRegular(job.path, absolute);
  writeFile({ path: job.target, absolute, content: text ?? file.bytes });
}
