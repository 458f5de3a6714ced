import { readFileSync } from 'fs';
import { BadInput } from '../bad-input';
import { DashboardContent } from '../datadog/content';
import { DashboardOverrides } from '../datadog/dashboard';
import { contentOfImport } from '../datadog/import';
import { parseJson } from '../datadog/parse-json';
import { JsonObject } from '../datadog/widget';
import { jsonCopy } from './json-copy';

/**
 * The content of a dashboard that exists.
 *
 * @param json the dashboard as Datadog exports it: an object, or its JSON text
 * @throws BadInput where it is no dashboard
 */
export function importedContent(json: unknown, overrides: DashboardOverrides): DashboardContent {
  const value = typeof json === 'string' ? parseJson('json', json) : json;
  return contentOfImport(jsonCopy('dashboard', value) as JsonObject, overrides);
}

/**
 * The content of a dashboard that exists, from a file.
 *
 * @throws BadInput naming the file, where it can't be read or holds no dashboard
 */
export function contentOfFile(path: string, overrides: DashboardOverrides): DashboardContent {
  return importedContent(parseJson(path, textOfFile(path)), overrides);
}

function textOfFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BadInput('path', path, `can't be read: ${code ?? message}`, 'Pass the path of a file that can');
  }
}
