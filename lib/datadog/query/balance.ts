import { BadInput } from '../../bad-input';
import { maskTokens } from '../../terraform/tokens';

/**
 * Checks what is surely wrong with a metric query before Datadog sees it.
 *
 * @throws BadInput where the query is empty, or its braces or parentheses don't pair
 */
export function checkQuery(what: string, query: string): void {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new BadInput(
      what,
      query,
      'is empty, blank or no text',
      'Pass a query such as "avg:system.load.1{*}"',
    );
  }
  if (!isBalanced(maskTokens(query))) throw unbalanced(what, query);
}

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const DOUBLE_QUOTE = 0x22;

/** Looks at character codes, since it is done for every graph. */
function isBalanced(query: string): boolean {
  const closing: number[] = [];
  let mayBeQuoted = true;
  for (let position = 0; position < query.length; position++) {
    const code = query.charCodeAt(position);
    if (code === OPEN_BRACE) closing.push(CLOSE_BRACE);
    else if (code === OPEN_PARENTHESIS) closing.push(CLOSE_PARENTHESIS);
    else if (code === CLOSE_BRACE || code === CLOSE_PARENTHESIS) {
      if (closing.pop() !== code) return false;
    } else if (code === DOUBLE_QUOTE && mayBeQuoted) {
      const end = endOfQuotation(query, position);
      if (end < 0) mayBeQuoted = false;
      else position = end;
    }
  }
  return closing.length === 0;
}

/** Where the quotation that begins there is closed; -1 where it is not. */
function endOfQuotation(query: string, start: number): number {
  for (let position = start + 1; position < query.length; position++) {
    const code = query.charCodeAt(position);
    if (code === 0x5c) position++;
    else if (code === DOUBLE_QUOTE) return position;
  }
  return -1;
}

function unbalanced(what: string, query: string): BadInput {
  return new BadInput(
    what,
    query,
    'has braces or parentheses that do not pair',
    'Close each one where it belongs, as in "avg:system.load.1{*}"',
  );
}
