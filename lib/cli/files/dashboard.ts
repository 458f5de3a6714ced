import { placing } from '../../bad-input';
import { checkNumbers } from '../../json/exact';
import { isObject, JsonObject } from '../../json/value';
import { FileError } from './errors';
import { NotJson } from '../../json/problem';
import { JsonText } from '../../json/text';
import { readTextFile, TextFile } from './read';
import { Terminal } from '../output/terminal';

/** An exported dashboard in a file. */
export interface DashboardFile extends TextFile {
  readonly json: JsonText;
  readonly dashboard: JsonObject;
}

/**
 * Reads a dashboard as Datadog exports it.
 *
 * @throws FileError if it can't be read, is not JSON, or is not a dashboard
 */
export function readDashboardFile(path: string, terminal: Terminal): DashboardFile {
  return dashboardFileOf(readTextFile(path, terminal));
}

/** @throws FileError if the text is not JSON, or is not a dashboard */
export function dashboardFileOf(file: TextFile): DashboardFile {
  const json = readJson(file.path, file.text);
  return { ...file, json, dashboard: checkedDashboard(file.path, json.value) };
}

/**
 * The dashboard that a text is.
 *
 * @param path what to call the text in errors
 * @throws FileError if it is not JSON, or is not a dashboard
 */
export function dashboardIn(path: string, text: string): JsonObject {
  return checkedDashboard(path, readJson(path, text).value);
}

function checkedDashboard(path: string, value: unknown): JsonObject {
  if (!isDashboard(value)) {
    throw new FileError(
      path,
      'is JSON, but not a dashboard: it has no list of widgets. Export it from Datadog (Configure > Export ' +
        'dashboard JSON), or take it from the API',
    );
  }
  return value;
}

/**
 * Reads strict JSON.
 *
 * @param path what to call the text in errors
 * @throws FileError with line and column if it is not JSON, or is nested too deep
 */
export function readJson(path: string, text: string): JsonText {
  return inFile(path, () => JsonText.read(text));
}

/** @throws FileError with line and column of a number that would lose digits or become infinite */
export function checkNumbersIn({ path, text }: Pick<TextFile, 'path' | 'text'>): void {
  inFile(path, () => checkNumbers(text));
}

function inFile<T>(path: string, read: () => T): T {
  return placing(
    (error) => (error instanceof NotJson ? new FileError(path, error.problem, error.place, error) : error),
    read,
  );
}

export function isDashboard(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value.widgets);
}

/** The title of a dashboard, if it has one. */
export function titleOf(dashboard: JsonObject): string | undefined {
  return typeof dashboard.title === 'string' ? dashboard.title : undefined;
}
