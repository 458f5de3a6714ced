import { EVERYTHING, Filter } from './filter';
import { Dialect, FilterReader } from './reader';

const SCOPE: Dialect = {
  adjacent: false,
  commas: true,
  negations: '!',
  smallLetters: true,
  search: false,
};

const BARE_VALUE = /^[^\s"(),{}]+$/;
/** Text that can't be read as a tag, a variable, a negation or an operator; or a key without value. */
const BARE_TEXT = /^(?!(and|or|not|in)$)[^\s"(),{}:$!*][^\s"(),{}:]*:?$/i;

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
  return trimmed === '' || trimmed === '*' ? EVERYTHING : new FilterReader(text, SCOPE).read();
}

/** Writes the filter as a scope. */
export function printScope(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
      return filter.of.length === 0 ? '*' : filter.of.map(printInside).join(' AND ');
    case 'or':
      return filter.of.map(printInside).join(' OR ');
    case 'not':
      return `NOT ${printInside(filter.of)}`;
    case 'variable':
      return `${filter.key === undefined ? '' : `${filter.key}:`}$${filter.name}${filter.suffix ?? ''}`;
    case 'text':
      return BARE_TEXT.test(filter.text) ? filter.text : quoted(filter.text);
    case 'range':
      return quoted(`${filter.key}:${filter.range}`);
    case 'tag':
    case 'pattern':
      return `${filter.key}:${bare(filter.value)}`;
  }
}

function printInside(filter: Filter): string {
  const text = printScope(filter);
  return filter.kind === 'and' || filter.kind === 'or' || filter.kind === 'not' ? `(${text})` : text;
}

function bare(value: string): string {
  return BARE_VALUE.test(value) ? value : quoted(value);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
