import { EVERYTHING, Filter, QueryError } from './filter';
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
 * @throws QueryError where it is none
 */
export function parseSearch(text: string): Filter {
  const directive = text.indexOf('%{');
  if (directive >= 0) throw new QueryError('Terraform decides what stands here', text, directive);
  const trimmed = text.trim();
  return trimmed === '' || trimmed === '*' ? EVERYTHING : new FilterReader(text, SEARCH).read();
}
