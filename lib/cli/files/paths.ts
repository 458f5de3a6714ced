import { realpathSync } from 'fs';
import { resolve } from 'path';
import { UsageError } from './errors';
import { Terminal } from '../output/terminal';

/** The path with symbolic links followed. The path itself if there is no such file. */
export function realPath(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    return absolute;
  }
}

/**
 * The paths without duplicates, by their real paths.
 *
 * @throws UsageError if a path is empty, for example from a variable that is not set
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

/** Whether a directory of that name may hold what people write. Hidden ones and packages do not. */
export function holdsSources(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}
