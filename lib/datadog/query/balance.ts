import { BadInput } from '../../bad-input';
import { stringEnd } from '../../json/scan';
import { QueryError } from './filter';
import { laterValueAt } from './later-value';
import { metricsOf } from './metric-query';
import { readable } from './readable';

/**
 * Finds certain mistakes in a metric query.
 *
 * @throws BadInput if the query is empty, its braces or parentheses don't match, or its scope mixes words and
 * signs
 */
export function checkQuery(what: string, query: string): void {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new BadInput(
      what,
      query,
      'is empty, blank or not text',
      'Pass a query such as "avg:system.load.1{*}"',
    );
  }
  if (!SIMPLE.test(query) && !isBalanced(query)) {
    throw new BadInput(
      what,
      query,
      'has braces or parentheses that do not match',
      'Close each one where it belongs, as in "avg:system.load.1{*}"',
    );
  }
  if (!WORDS.test(query)) return;
  const rule = 'has a scope that Datadog does not accept';
  readable(what, query, rule, 'Write it as in "env:prod AND NOT region:us"', () => metricsOf(query));
}

/** Operators in words. Datadog refuses them beside signs in the same scope. */
const WORDS = /\b(and|or|not|in)\b/i;

/**
 * The form of most queries: scopes and groups in braces, calls without arguments, nothing nested or quoted.
 */
const SIMPLE = /^[^"'(){}$]*(?:(?:\{[^"'(){}$]*\}|\(\))[^"'(){}$]*)*$/;

const SIGN = /["'(){}$]/g;

/**
 * Ignores what is inside quotation marks, and values that Terraform knows later. An open quotation is
 * ordinary text.
 */
function isBalanced(query: string): boolean {
  const closing: string[] = [];
  const unclosed = new Set<string>();
  let inScope = false;
  SIGN.lastIndex = 0;
  for (let match = SIGN.exec(query); match; match = SIGN.exec(query)) {
    const [sign] = match;
    if (sign === '{' || sign === '(') {
      closing.push(sign === '{' ? '}' : ')');
      inScope ||= sign === '{';
    } else if (sign === '}' || sign === ')') {
      if (closing.pop() !== sign) return false;
      inScope &&= sign !== '}';
    } else if (sign === '$') {
      const length = lengthOfLater(query, match.index);
      if (length === undefined) return false;
      SIGN.lastIndex = match.index + length;
    } else if (!unclosed.has(sign) && !(sign === "'" && inScope)) {
      const end = stringEnd(query, match.index + 1, sign);
      if (end < 0) unclosed.add(sign);
      else SIGN.lastIndex = end + 1;
    }
  }
  return closing.length === 0;
}

/**
 * The length of a value that Terraform knows later, else of the sign alone. Undefined if an expression has no
 * end.
 */
function lengthOfLater(query: string, start: number): number | undefined {
  try {
    return laterValueAt(query, start)?.length ?? 1;
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}
