import { remarkOf } from '../../datadog/tagging/report';
import { FileError } from '../files/errors';
import { plainFailure, printedJson } from '../output/json';
import { Output } from '../output/terminal';
import { TagJob } from './jobs';
import { TaggedFile, tagTable } from './report';

/** The formats of a report. The first is the default. */
export const TAG_FORMATS = ['text', 'json'] as const;
export type TagFormat = (typeof TAG_FORMATS)[number];

/** Takes the results one after the other. */
export interface TagReport {
  add(job: TagJob, file: TaggedFile): void;
  fail(error: FileError): void;
  /** @param summary one line about all files */
  end(summary: string): void;
}

export const TAG_REPORTS: Readonly<Record<TagFormat, (output: Output) => TagReport>> = {
  /** Written at once: of thousands of files, nothing is kept. */
  text: (output) => ({
    add: (job, file) => output.write(tagTable(job, file)),
    fail: () => undefined,
    end: (summary) => output.write(summary),
  }),
  json: (output) => {
    const dashboards: object[] = [];
    const failures: object[] = [];
    return {
      add: (job, file) => void dashboards.push(plain(job, file)),
      fail: (error) => void failures.push(plainFailure(error)),
      end: () => output.write(printedJson({ dashboards, failures })),
    };
  },
};

/** What programs read of a dashboard. `schema/tag.schema.json` describes it. */
function plain(
  { path, target }: TagJob,
  { address, title, excluded, changed, notes = [], widgets }: TaggedFile,
): object {
  return {
    path,
    target,
    resource: address,
    title,
    excluded,
    changed,
    notes,
    widgets: widgets.map((report) => ({
      widget: report.path,
      type: report.type,
      outcome: report.outcome,
      before: report.before,
      after: report.after,
      link: report.link,
      reason: remarkOf(report) || undefined,
      changed: report.changed,
    })),
  };
}
