import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { UsageError } from '../files/errors';

/**
 * Does something with paths as they were in a commit: they are written into a directory for as long.
 *
 * @throws UsageError where git does not have them
 */
export function withCommit<T>(
  ref: string,
  paths: readonly string[],
  cwd: string,
  action: (directory: string) => T,
): T {
  const directory = mkdtempSync(join(tmpdir(), 'rookout-preview-'));
  try {
    const own = git(['rev-parse', '--absolute-git-dir'], cwd).trim();
    const prefix = git(['rev-parse', '--show-prefix'], cwd).trim();
    const commit = git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`], cwd).trim();
    const env = { GIT_DIR: own, GIT_WORK_TREE: directory, GIT_INDEX_FILE: join(directory, '.index') };
    git(['checkout', commit, '--', ...paths.map((path) => `:(top,literal)${prefix}${path}`)], directory, env);
    rmSync(join(directory, '.index'), { force: true });
    return action(join(directory, prefix));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function git(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw new UsageError(`option '--against': git: ${(error?.message ?? stderr).trim()}`);
}
