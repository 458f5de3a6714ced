import { BadInput } from '../bad-input';

/**
 * Reads JSON text.
 *
 * @param what what to call the text in errors
 * @throws BadInput naming line and column where it is none
 */
export function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const { line, column, excerpt } = firstError(text);
    throw new BadInput(
      `${what}:${line}:${column}`,
      excerpt,
      'is where it stops being JSON',
      'Export it again, or mend it there',
    );
  }
}

/** JavaScript's own errors do not always tell where. */
function firstError(text: string): { line: number; column: number; excerpt: string } {
  const { parse }: typeof import('jsonc-parser') = require('jsonc-parser');
  const errors: { offset: number }[] = [];
  parse(text, errors as import('jsonc-parser').ParseError[], { disallowComments: true });
  const offset = errors[0]?.offset ?? text.length;
  const lines = text.slice(0, offset).split('\n');
  return {
    line: lines.length,
    column: lines[lines.length - 1].length + 1,
    excerpt: text.slice(offset, offset + 40),
  };
}
