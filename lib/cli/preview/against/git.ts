import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { devNull, tmpdir } from 'os';
import { join, posix } from 'path';
import { UsageError } from '../../files/errors';
import { Steps, takenBack } from '../../steps';

/**
 * Does something with paths as they were in a commit: they are written into a directory for as long.
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
    const prefix = git(['rev-parse', '--show-prefix'], cwd).trim();
    const commit = git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`], cwd).trim();
    const objects = git(['cat-file', '--batch-check'], cwd, {
      input: paths.map((path) => `${commit}:./${path}\n`).join(''),
    }).split('\n');
    const held = paths.filter((_, index) => !objects[index].endsWith(' missing'));
    const env = { GIT_DIR: own, GIT_WORK_TREE: directory, GIT_INDEX_FILE: join(directory, '.index') };
    if (held.length > 0) {
      const specs = held.map((path) => `:(top,literal)${posix.join('/', prefix, path).slice(1)}`);
      git([...NO_HOOKS, 'checkout', commit, '--', ...specs], directory, { env });
    }
    rmSync(join(directory, '.index'), { force: true });
    return yield* action(join(directory, prefix), held);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Looking at a commit runs no program of the repository's. */
const NO_HOOKS = ['-c', `core.hooksPath=${devNull}`];

interface GitOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

function git(args: readonly string[], cwd: string, { env, input }: GitOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw new UsageError(`option '--against': git: ${(error?.message ?? stderr).trim()}`);
}
