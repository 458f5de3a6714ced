import { EVERYTHING, Filter } from './filter';
import { refuseDirectives } from './later-value';
import { Dialect, FilterReader } from './reader';

const SEARCH: Dialect = {
  adjacent: true,
  commas: false,
  negations: '-!',
  smallLetters: false,
  search: true,
};

/**
 * Reads the search of a log, span, RUM or similar query: `service:cartservice env:prod -status:info`.
 *
 * Source: https://docs.datadoghq.com/logs/explorer/search_syntax/
 *
 * @throws QueryError if the syntax is wrong
 */
export function parseSearch(text: string): Filter {
  refuseDirectives(text);
  const trimmed = text.trim();
  return trimmed === '' ? EVERYTHING : new FilterReader(text, SEARCH).read();
}
