import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, posix, sep } from 'path';
import { UsageError } from '../../files/errors';
import { Steps, takenBack } from '../../steps';
import { Tree } from './tree';

/**
 * Does something with paths as they were in a commit: they are written into a directory for as long. That runs no hook
 * of the repository.
 *
 * @param action takes the directory, and those of the paths that the commit has
 * @throws UsageError where git does not have the commit
 */
export function withCommit<T>(
  ref: string,
  paths: readonly string[],
  cwd: string,
  action: (directory: string, paths: readonly string[]) => Steps<T>,
): Steps<T> {
  return takenBack(inCheckout(ref, paths, cwd, action));
}

function* inCheckout<T>(
  ref: string,
  paths: readonly string[],
  cwd: string,
  action: (directory: string, paths: readonly string[]) => Steps<T>,
): Steps<T> {
  const directory = mkdtempSync(join(tmpdir(), 'rookout-preview-'));
  try {
    const own = git(['rev-parse', '--absolute-git-dir'], cwd).trim();
    const prefix = git(['rev-parse', '--show-prefix'], cwd).replace(/\n$/, '');
    const tree = new Tree(
      git(['ls-tree', '-r', '-z', '--full-tree', commitOf(ref, cwd)], cwd),
      ({ object }) => git(['cat-file', 'blob', object], cwd),
    );
    const needed = new Set<string>();
    const held = paths.filter((path) => {
      const needs = tree.needs(fromTop(prefix, path));
      for (const { line } of needs) needed.add(line);
      return needs.length > 0;
    });
    const env = { GIT_DIR: own, GIT_WORK_TREE: directory, GIT_INDEX_FILE: join(directory, '.index') };
    const input = [...needed].map((line) => `${line}\0`).join('');
    git(['update-index', '-z', '--index-info'], directory, { env, input });
    git(['checkout-index', '--all', '--quiet'], directory, { env });
    rmSync(join(directory, '.index'), { force: true });
    return yield* action(join(directory, prefix), held);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A path from the top of the repository. */
function fromTop(prefix: string, path: string): string {
  const whole = posix.join(prefix, path.split(sep).join('/')).replace(/\/$/, '');
  return whole === '.' ? '' : whole;
}

function commitOf(ref: string, cwd: string): string {
  const { status, stdout } = runGit(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`], cwd);
  if (status === 0) return stdout.trim();
  throw new UsageError(
    `option '--against': git has no commit "${ref}" here. Fetch it first; a workflow of GitHub gets all commits by ` +
      '"fetch-depth: 0" under actions/checkout',
  );
}

interface GitOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

function git(args: readonly string[], cwd: string, options?: GitOptions): string {
  const { status, stdout, stderr, error } = runGit(args, cwd, options);
  if (status === 0) return stdout;
  throw new UsageError(`option '--against': git: ${(error?.message ?? stderr).trim()}`);
}

function runGit(args: readonly string[], cwd: string, { env, input }: GitOptions = {}) {
  return spawnSync('git', args, {
    cwd,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
}
