import { statSync } from 'fs';
import { isDeepStrictEqual } from 'util';
import { editedText } from '../../json/edit';
import { JsonObject } from '../../json/value';
import { DashboardFile } from './dashboard';
import { FileError } from './errors';
import { markOf } from './read';

/**
 * The content of a file, edited so that it is that dashboard. The result is read again, to be sure that it is
 * right.
 *
 * @throws FileError if the result is another dashboard
 */
export function editedFile(file: DashboardFile, dashboard: JsonObject): string {
  const text = editedText(file.json, dashboard);
  if (!isDeepStrictEqual(JSON.parse(text), dashboard)) {
    throw new FileError(
      file.path,
      'could not be edited without other changes. It is unchanged. Please report this',
    );
  }
  return markOf(file) + text;
}

/** @throws FileError if it is not a regular file, but for example a pipe */
export function checkRegular(path: string, absolute: string): void {
  if (statSync(absolute).isFile()) return;
  throw new FileError(
    path,
    'is not a regular file, so nothing can be written in its place. Use rookout-datadog tag --out',
  );
}
