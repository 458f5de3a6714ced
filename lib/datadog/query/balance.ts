import { BadInput } from '../../bad-input';
import { maskTokens } from '../../terraform/tokens';

const CLOSING: Record<string, string> = { '{': '}', '(': ')' };

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
  const open: string[] = [];
  for (const sign of withoutQuotations(maskTokens(query))) {
    if (sign in CLOSING) open.push(CLOSING[sign]);
    else if ((sign === '}' || sign === ')') && open.pop() !== sign) throw unbalanced(what, query);
  }
  if (open.length > 0) throw unbalanced(what, query);
}

/** One that is not closed stays: with it, the text would be searched anew from each quote in it. */
function withoutQuotations(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*("?)/gs, (quotation, end) => (end ? '' : quotation));
}

function unbalanced(what: string, query: string): BadInput {
  return new BadInput(
    what,
    query,
    'has braces or parentheses that do not pair',
    'Close each one where it belongs, as in "avg:system.load.1{*}"',
  );
}
