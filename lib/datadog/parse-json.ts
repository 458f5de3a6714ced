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
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? text.length);
    const before = text.slice(0, position).split('\n');
    const place = `${before.length}:${before[before.length - 1].length + 1}`;
    const excerpt = text.slice(Math.max(0, position - 20), position + 20);
    throw new BadInput(
      `${what}:${place}`,
      excerpt,
      'is where it stops being JSON',
      'Export it again, or mend it there',
    );
  }
}
