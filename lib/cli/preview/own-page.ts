import { readFileSync, statSync } from 'fs';
import { FileError } from '../files/errors';
import { GENERATOR } from '../../preview/html';

/**
 * @param path what to call the file
 * @throws FileError if there is a file that is no page of a preview
 */
export function refuseForeign(path: string, absolute: string): void {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats || (stats.isFile() && readFileSync(absolute, 'utf8').includes(GENERATOR))) return;
  throw new FileError(
    path,
    'is there already, and is no page of a preview. Nothing has been written. Name another directory: --out <dir>',
  );
}
