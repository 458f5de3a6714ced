import { tokenAt } from '../../terraform/tokens';
import { Filter, QueryError } from './filter';
import { parseScope } from './scope';

const SIGN = /["'{}$]/g;

/**
 * The scopes of a metric query: of each metric in it, however deep in functions and arithmetic. The tags behind
 * `by` are no scope.
 *
 * Source: https://docs.datadoghq.com/metrics/#anatomy-of-a-metric-query
 *
 * @throws QueryError where the query, or a scope in it, does not follow the syntax
 */
export function scopesOf(query: string): Filter[] {
  const scopes: Filter[] = [];
  let position = nextSign(query, 0);
  while (position < query.length) {
    const sign = query[position];
    const token = tokenAt(query, position);
    if (token !== undefined) position += token.length;
    else if (sign === '"' || sign === "'") position = endOfString(query, position);
    else if (sign === '}') throw new QueryError('A brace is closed that is not open', query, position);
    else if (sign === '{') {
      const end = endOfBraces(query, position);
      if (!isGrouping(query, position)) scopes.push(parseScope(query.slice(position + 1, end)));
      position = end + 1;
    } else position++;
    position = nextSign(query, position);
  }
  return scopes;
}

/** Where the next character stands that means something, at or behind the position. */
function nextSign(query: string, position: number): number {
  SIGN.lastIndex = position;
  return SIGN.exec(query)?.index ?? query.length;
}

function isGrouping(query: string, brace: number): boolean {
  let end = brace;
  while (end > 0 && /\s/.test(query[end - 1])) end--;
  return /(^|[\s})])by$/i.test(query.slice(Math.max(0, end - 3), end));
}

function endOfBraces(query: string, start: number): number {
  let position = nextSign(query, start + 1);
  while (position < query.length && query[position] !== '{') {
    if (query[position] === '}') return position;
    const token = tokenAt(query, position);
    if (token !== undefined) position += token.length;
    else if (query[position] === '"') position = endOfString(query, position);
    else position++;
    position = nextSign(query, position);
  }
  throw new QueryError('A brace is not closed', query, start);
}

/** The position behind a quoted string. */
function endOfString(query: string, start: number): number {
  for (let position = start + 1; position < query.length; position++) {
    if (query[position] === '\\') position++;
    else if (query[position] === query[start]) return position + 1;
  }
  throw new QueryError('A quotation is not closed', query, start);
}
