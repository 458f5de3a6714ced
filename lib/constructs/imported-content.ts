import { readFileSync } from 'fs';
import { BadInput, placing } from '../bad-input';
import { DashboardContent } from '../datadog/dashboard/content';
import { DashboardOverrides } from '../datadog/dashboard/frame';
import { contentOfImport, importDashboard } from '../datadog/dashboard/exported';
import { LOOKS_LIKE_TOKEN, tokenIn } from '../terraform/tokens';
import { encodingProblem, withoutMark } from '../json/encoding';
import { readExactly } from '../json/exact';
import { canonicalCopy, givenJson } from './tokens/given-json';

/**
 * The content of an existing dashboard.
 *
 * @param json the dashboard as Datadog exports it: an object, or its JSON text
 * @throws BadInput if it is not a dashboard
 */
export function importedContent(json: unknown, overrides: DashboardOverrides = {}): DashboardContent {
  return contentOfImport(importDashboard(givenJson('dashboard', json, 'json')), overrides);
}

/**
 * The content of an existing dashboard, from a file.
 *
 * @throws BadInput with the path of the file, if it can't be read or is not a dashboard
 */
export function contentOfFile(path: string, overrides: DashboardOverrides = {}): DashboardContent {
  const text = textOfFile(path);
  const dashboard = placing(
    (error) => error.inFile(path),
    () => importDashboard(canonicalCopy('dashboard', readExactly(text))),
  );
  return contentOfImport(dashboard, overrides);
}

function textOfFile(path: string): string {
  const bytes = bytesOf(path);
  const problem = encodingProblem(bytes);
  if (problem !== undefined) throw new BadInput('path', path, problem, 'Save or export it again as UTF-8');
  const text = withoutMark(bytes.toString('utf8'));
  const token = tokenIn(text);
  if (!token) return text;
  throw new BadInput('', token.marker, LOOKS_LIKE_TOKEN, 'Change the text').inFile(path, token.place);
}

function bytesOf(path: string): Buffer {
  if (typeof path !== 'string') {
    throw new BadInput('path', path, 'is not text', 'Pass the path of a file that can be read');
  }
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const rule = `can't be read: ${code ?? message}`;
    throw new BadInput('path', path, rule, 'Pass the path of a file that can be read', error);
  }
}
