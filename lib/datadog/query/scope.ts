import { EVERYTHING, Filter } from './filter';
import { Dialect, FilterReader } from './reader';

const SCOPE: Dialect = {
  adjacent: false,
  commas: true,
  negations: '!',
  smallLetters: true,
  search: false,
};

/**
 * Reads the scope of a metric query, the text in its braces: `kube_deployment:cartservice,env:prod`,
 * `env:prod AND region IN (us, eu)`, `$cluster`, `*`.
 *
 * Source: https://docs.datadoghq.com/metrics/advanced-filtering/
 *
 * @throws QueryError if the syntax is wrong
 */
export function parseScope(text: string): Filter {
  const trimmed = text.trim();
  return trimmed === '' ? EVERYTHING : new FilterReader(text, SCOPE).read();
}
