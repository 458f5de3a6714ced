import { BadInput } from '../../bad-input';
import { QueryError } from './filter';
import { laterValueAt } from './later-value';

const BRACKETS = '(){}';
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
  if (!isBalanced(query)) {
    throw new BadInput(
      what,
      query,
      'has braces or parentheses that do not pair',
      'Close each one where it belongs, as in "avg:system.load.1{*}"',
    );
  }
}

function isBalanced(query: string): boolean {
  const open: string[] = [];
  try {
    for (const sign of signsOf(query)) {
      if (sign in CLOSING) open.push(CLOSING[sign]);
      else if (open.pop() !== sign) return false;
    }
    return open.length === 0;
  } catch (error) {
    if (error instanceof QueryError) return false;
    throw error;
  }
}

/** The braces and parentheses of a query that are in no quotation and in no value that Terraform knows later. */
function signsOf(query: string): string[] {
  const signs: string[] = [];
  const unclosed = new Set<string>();
  let inScope = false;
  for (let position = 0; position < query.length; position++) {
    const sign = query[position];
    const later = laterValueAt(query, position);
    if (later !== undefined) position += later.length - 1;
    else if (BRACKETS.includes(sign)) {
      signs.push(sign);
      if (sign === '{' || sign === '}') inScope = sign === '{';
    } else if ((sign === '"' || (sign === "'" && !inScope)) && !unclosed.has(sign)) {
      const end = endOfQuotation(query, position);
      if (end === undefined) unclosed.add(sign);
      else position = end;
    }
  }
  return signs;
}

/** Where the quotation ends; one that does not is none. */
function endOfQuotation(query: string, start: number): number | undefined {
  for (let position = start + 1; position < query.length; position++) {
    if (query[position] === '\\') position++;
    else if (query[position] === query[start]) return position;
  }
  return undefined;
}
