import { Filter } from './filter';

const BARE_VALUE = /^(?!-)[\p{L}\p{M}\p{N}_.@#/:*?$-]+$/u;
/** Text that can't be read as a tag, a variable, a negation or an operator. */
const BARE_TEXT = /^(?!(and|or|not|in)$)[\p{L}\p{M}\p{N}_.@#/][\p{L}\p{M}\p{N}_.@#/-]*$/iu;

/** Writes a filter as people read it, in the syntax of scopes with words: `env:prod and not host:web-1`. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
      return filter.of.length === 0 ? '*' : filter.of.map(printInside).join(' and ');
    case 'or':
      return filter.of.map(printInside).join(' or ');
    case 'not':
      return `not ${printInside(filter.of)}`;
    case 'variable':
      return `${filter.key === undefined ? '' : `${filter.key}:`}$${filter.name}${filter.suffix ?? ''}`;
    case 'text':
      return BARE_TEXT.test(filter.text) ? filter.text : quoted(filter.text);
    case 'unknown':
      return filter.text;
    case 'range':
      return `${filter.key}:${filter.range}`;
    case 'tag':
    case 'pattern':
      return `${filter.key}:${BARE_VALUE.test(filter.value) ? filter.value : quoted(filter.value)}`;
  }
}

function printInside(filter: Filter): string {
  const text = printFilter(filter);
  return filter.kind === 'and' || filter.kind === 'or' || filter.kind === 'not' ? `(${text})` : text;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
