import { realpathSync } from 'fs';
import { resolve } from 'path';
import { Terminal } from './terminal';

/** Where symbolic links lead, as far as there is something. */
export function realPath(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    return absolute;
  }
}

/** Paths by where they really are: a file that is named twice is there once. */
export function distinct(paths: readonly string[], terminal: Terminal): Map<string, string> {
  const files = new Map<string, string>();
  for (const path of paths) {
    const place = realPath(resolve(terminal.cwd, path));
    if (!files.has(place)) files.set(place, path);
  }
  return files;
}
