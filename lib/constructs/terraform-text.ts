import { Fn } from 'cdktf';
import { escapeForRawString, escapeTemplate } from '../terraform/escape';
import { fragmentsOf, hasToken } from '../terraform/tokens';

/**
 * Text for a string attribute of a resource: what looks like a template (`${`, `%{`) stays text, tokens become
 * their values. Where there are tokens it is one expression, because CDKTF drops the braces of all function calls
 * but the first in a string.
 */
export function terraformText(text: string): string {
  if (!hasToken(text)) return escapeTemplate(text);
  return Fn.join(
    '',
    fragmentsOf(text).map((part) => (part.isToken ? part.text : Fn.rawString(escapeForRawString(part.text)))),
  );
}
