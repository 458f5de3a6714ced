import { isAbsolute, normalize } from 'path';
import { UsageError } from '../../files/errors';
import { STANDARD_INPUT } from '../../files/read';
import { Terminal } from '../../output/terminal';
import { withCommit } from './git';
import { Pair, pairsOf } from './pairs';
import { Steps } from '../../steps';
import { PreviewedDashboard } from '../dashboards';
import { Reader } from '../reader';

const GIT = 'git:';

/**
 * The dashboards of paths beside older ones.
 *
 * @param against a path, or `git:REF` for the same paths as they were in a commit: those that it has
 * @throws UsageError where git does not have the commit
 */
export function* pairsAgainst(
  against: string,
  paths: readonly string[],
  reader: Reader,
  { cwd }: Terminal,
): Steps<Pair[]> {
  const after = [...reader.read(paths)].filter(({ goes }) => !goes);
  if (!against.startsWith(GIT)) {
    return pairsOf(
      [...reader.read([against])].filter(({ goes }) => !goes),
      after,
    );
  }
  const outside = paths.find(
    (path) => path === STANDARD_INPUT || isAbsolute(path) || normalize(path).startsWith('..'),
  );
  if (outside !== undefined) {
    throw new UsageError(`option '--against': "${outside}" is outside of this directory. Name paths in it`);
  }
  const before = yield* withCommit(against.slice(GIT.length), paths, cwd, function* (directory, held) {
    const found: PreviewedDashboard[] = [];
    for (const dashboard of reader.read(held, directory)) {
      yield;
      found.push(dashboard);
    }
    return found;
  });
  return pairsOf(before, after);
}
