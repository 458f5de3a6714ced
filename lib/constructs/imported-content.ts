import { readFileSync } from 'fs';
import { BadInput } from '../bad-input';
import { DashboardContent } from '../datadog/dashboard/content';
import { DashboardOverrides } from '../datadog/dashboard/frame';
import { contentOfImport, importDashboard, ImportedDashboard } from '../datadog/dashboard/exported';
import { parseJson } from '../json/parse';
import { LOOKS_LIKE_TOKEN, tokenIn } from '../terraform/tokens';
import { encodingProblem } from '../json/encoding';
import { JsonObject } from '../json/value';
import { jsonCopy } from './tokens/json-copy';

/**
 * The content of a dashboard that exists.
 *
 * @param json the dashboard as Datadog exports it: an object, or its JSON text
 * @throws BadInput where it is no dashboard
 */
export function importedContent(json: unknown, overrides: DashboardOverrides = {}): DashboardContent {
  const value = typeof json === 'string' ? parseJson('json', json) : json;
  return contentOfImport(imported(value), overrides);
}

/**
 * The content of a dashboard that exists, from a file.
 *
 * @throws BadInput naming the file, where it can't be read or holds no dashboard
 */
export function contentOfFile(path: string, overrides: DashboardOverrides = {}): DashboardContent {
  const value = parseJson(path, textOfFile(path));
  return contentOfImport(
    naming(path, () => imported(value)),
    overrides,
  );
}

function imported(value: unknown): ImportedDashboard {
  return importDashboard(jsonCopy('dashboard', value) as JsonObject);
}

function naming<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof BadInput) error.message = `${file}: ${error.message}`;
    throw error;
  }
}

function textOfFile(path: string): string {
  const bytes = bytesOf(path);
  const problem = encodingProblem(bytes);
  if (problem !== undefined) throw new BadInput('path', path, problem, 'Save or export it again as UTF-8');
  const text = bytes.toString('utf8');
  const token = tokenIn(text);
  if (!token) return text;
  const { line, column } = token.place;
  throw new BadInput(`${path}:${line}:${column}`, token.marker, LOOKS_LIKE_TOKEN, 'Change the text');
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BadInput('path', path, `can't be read: ${code ?? message}`, 'Pass the path of a file that can');
  }
}
