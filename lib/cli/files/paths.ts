import { realpathSync } from 'fs';
import { resolve } from 'path';
import { UsageError } from './errors';
import { Terminal } from '../output/terminal';

/** The path behind symbolic links; the path itself where nothing is there. */
export function realPath(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    return absolute;
  }
}

/**
 * The paths, by the real path of each: a file that is named twice is there once.
 *
 * @throws UsageError where a path is empty, as that of a variable that is not set
 */
export function distinct(paths: readonly string[], terminal: Terminal): Map<string, string> {
  const files = new Map<string, string>();
  for (const path of paths) {
    if (path === '') throw new UsageError('a path is empty. Is a variable in it not set?');
    const place = realPath(resolve(terminal.cwd, path));
    if (!files.has(place)) files.set(place, path);
  }
  return files;
}
