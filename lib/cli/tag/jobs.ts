import { basename, join, resolve } from 'path';
import { UsageError } from '../files/errors';
import { distinct, realPath } from '../files/paths';
import { STANDARD_INPUT } from '../files/read';
import { Terminal } from '../output/terminal';

/** Where tagged dashboards are written. Exactly one of the three is set. */
export interface TagTarget {
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly dryRun?: boolean;
}

/** A file to tag. */
export interface TagJob {
  readonly path: string;
  /** The path of the result. Undefined in a dry run. */
  readonly target?: string;
  readonly inPlace: boolean;
}

/**
 * What to do with each file. Duplicates are ignored.
 *
 * @throws UsageError if the place of the results is missing, or a result would overwrite another one or an
 * input
 */
export function tagJobs(paths: readonly string[], target: TagTarget, terminal: Terminal): TagJob[] {
  const { out, inPlace, dryRun } = target;
  if ([out !== undefined, inPlace, dryRun].filter(Boolean).length !== 1) {
    throw new UsageError(
      'say where to write the tagged dashboards, by exactly one of --out <dir>, --in-place and --dry-run. ' +
        '--dry-run only shows what would change',
    );
  }
  const files = distinct(paths, terminal);
  if (out === undefined) {
    return [...files.values()].map((path) => ({
      path,
      inPlace: !dryRun,
      ...(dryRun ? {} : { target: path }),
    }));
  }
  const jobs = [...files.values()].map((path) => ({
    path,
    inPlace: false,
    target: join(out, basename(path)),
  }));
  checkTargets(jobs, files, terminal);
  return jobs;
}

/**
 * What to do with the standard input.
 *
 * @throws UsageError if there are other paths, or a place that its result does not go to
 */
export function standardInputJob(
  paths: readonly string[],
  { out, inPlace, dryRun = false }: TagTarget,
): TagJob {
  if (paths.some((path) => path !== STANDARD_INPUT)) {
    throw new UsageError('the standard input, "-", is tagged alone. Tag the files by another command');
  }
  const option = out !== undefined ? '--out' : inPlace ? '--in-place' : undefined;
  if (option !== undefined) {
    throw new UsageError(
      `option '${option}': the standard input is tagged to the standard output. Leave the option out, as in ` +
        'rookout-datadog tag - < cart.json > tagged.json',
    );
  }
  return { path: STANDARD_INPUT, inPlace: false, ...(dryRun ? {} : { target: STANDARD_OUTPUT }) };
}

const STANDARD_OUTPUT = 'standard output';

function checkTargets(
  jobs: readonly { readonly path: string; readonly target: string }[],
  files: ReadonlyMap<string, string>,
  terminal: Terminal,
): void {
  const taken = new Map<string, string>();
  for (const { path, target } of jobs) {
    // On some file systems these are the same.
    const name = target.normalize('NFC').toLowerCase();
    const other = taken.get(name);
    if (other !== undefined) {
      throw new UsageError(
        `"${other}" and "${path}" would both be written to "${target}". Nothing has been written. ` +
          'Tag them by two commands, into two directories',
      );
    }
    taken.set(name, path);
    const input = files.get(realPath(resolve(terminal.cwd, target)));
    if (input !== undefined) {
      throw new UsageError(
        `"${path}" would overwrite the input "${input}". Nothing has been written. ` +
          'Use --in-place, or another directory',
      );
    }
  }
}
