import { execFileSync } from 'child_process';
import { lstatSync } from 'fs';
import { join } from 'path';

/**
 * The files of a clone that its repository has, by their paths in it: no links, nothing that was deleted, and nothing that
 * only lies in the clone. A new file belongs to them after `git add`.
 */
export function sourcesOf(root: string): string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '-z'], { cwd: root, encoding: 'utf8' });
  return files
    .split('\0')
    .filter((file) => file !== '' && lstatSync(join(root, file), { throwIfNoEntry: false })?.isFile());
}
