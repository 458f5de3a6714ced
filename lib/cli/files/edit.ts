import { statSync } from 'fs';
import { isDeepStrictEqual } from 'util';
import { editedText } from '../../json/edit';
import { JsonObject } from '../../json/value';
import { DashboardFile } from './dashboard';
import { FileError } from './errors';

/**
 * The content of a file changed to say that dashboard. It is read back, so that no edit can go wrong unseen.
 *
 * @throws FileError where it would say another
 */
export function editedFile(file: DashboardFile, dashboard: JsonObject): string {
  const text = editedText(file.json, dashboard);
  if (!isDeepStrictEqual(JSON.parse(text), dashboard)) {
    throw new FileError(
      file.path,
      'could not be edited without changing more. It is left as it is; please report it',
    );
  }
  const mark = file.bytes.toString('utf8', 0, 3) === '\uFEFF' ? '\uFEFF' : '';
  return mark + text;
}

/** @throws FileError where something else than a file stands there, such as a pipe */
export function checkRegular(path: string, absolute: string): void {
  if (statSync(absolute).isFile()) return;
  throw new FileError(
    path,
    'is no regular file, so nothing can be written in its place. Use rookout-datadog tag --out',
  );
}
