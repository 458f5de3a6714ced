import fc from 'fast-check';
import { BadInput } from '../../../lib/bad-input';
import { checkQuery } from '../../../lib/datadog/query/balance';
import { alternativesOf, mentions } from '../../../lib/datadog/query/alternatives';
import { Filter, QueryError } from '../../../lib/datadog/query/filter';
import { parseFormula } from '../../../lib/datadog/query/formula';
import { metricsOf } from '../../../lib/datadog/query/metric-query';
import { printFilter } from '../../../lib/datadog/query/print';
import { parseScope } from '../../../lib/datadog/query/scope';
import { parseSearch } from '../../../lib/datadog/query/search';
import { anyText, unlessRefused } from './arbitraries';

const READERS = {
  parseScope: (text: string) => [parseScope(text)],
  parseSearch: (text: string) => [parseSearch(text)],
  metricsOf: (text: string) => metricsOf(text).map(({ scope }) => scope),
};

const VOCABULARY = {
  tags: new Set(['env', 'service', 'a', 'b']),
  tagOf: (name: string) => (name === 'svc' ? 'service' : undefined),
  declares: () => true,
};

function work(filter: Filter): void {
  mentions(filter, VOCABULARY);
  unlessRefused(() => alternativesOf(filter, VOCABULARY));
}

/** Long texts of the shapes that cost a careless reader its stack, or time that grows with the square. */
const SHAPES: Record<string, (length: number) => string> = {
  'open parentheses': (length) => long('(', length),
  'nested parentheses': (length) => `${long('(', length / 2)}a:b${long(')', length / 2)}`,
  'nested negations': (length) => long('NOT (', length),
  'nested groups of values': (length) => long('a:(', length),
  'groups in a row': (length) => `${long('(a:b) AND ', length)}a:b`,
  'nested functions': (length) => `${long('abs(', length)}sum:a{b:c}${long(')', length / 4)}`,
  'a long list with commas': (length) => `${long('env:prod,', length)}a:b`,
  'a long list with AND': (length) => `${long('env:prod AND ', length)}a:b`,
  'a long list with OR': (length) => `${long('env:prod OR ', length)}a:b`,
  'a long list with spaces': (length) => long('env:prod ', length),
  'a long list behind IN': (length) => `env IN (${long('abc, ', length)}a)`,
  'keys with no list behind NOT': (length) => long('env NOT ', length),
  quotes: (length) => long('"', length),
  'escaped quotes': (length) => `"${long('\\"', length)}`,
  'one open quotation': (length) => `"${long('a', length)}`,
  quotations: (length) => `${long('"a b",', length)}a`,
  backslashes: (length) => long('\\', length),
  'exclamation marks': (length) => `${long('!', length)}a:b`,
  dashes: (length) => `${long('-', length)}a:b`,
  'open braces': (length) => long('{', length),
  'closed braces': (length) => long('}', length),
  'many scopes': (length) => long('{a:b}', length),
  'many queries': (length) => `${long('sum:a{b:c} by {d} + ', length)}sum:a{*}`,
  'space before a brace': (length) => `by${long(' ', length)}{a:b}`,
  'open ranges': (length) => long('a:[', length),
  'a long word': (length) => long('a', length),
  'a long value': (length) => `a:${long('b', length)}`,
  wildcards: (length) => `a:${long('*', length)}`,
  colons: (length) => long(':', length),
  'white space': (length) => long(' \n', length),
  'dollar signs': (length) => long('$', length),
  'a long variable': (length) => `a:$${long('.value', length)}`,
  'open expressions': (length) => long('${', length),
  expressions: (length) => long('${a}', length),
  variables: (length) => `${long('$a,', length)}$b`,
  tokens: (length) => `a:${long('${TfToken[TOKEN.1]}', length)}`,
  'a token that does not end': (length) => `a:\${TfToken[${long('a', length)}`,
  'characters of two units': (length) => long('😀', length),
};

function long(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it('reads or refuses any text, and what it reads can be worked with', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const filter of unlessRefused(() => read(text)) ?? []) {
          work(filter);
          expect(typeof printFilter(filter)).toBe('string');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(Object.entries(SHAPES))('reads or refuses %s', (_, shape) => {
    for (const text of [shape(100_000), shape(1_000_000), `sum:a{${shape(100_000)}}`]) {
      for (const filter of unlessRefused(() => read(text)) ?? []) {
        work(filter);
      }
    }
  });

  it('refuses with a short message, however long the text', () => {
    expect(() => read(`{${long('(', 1_000_000)}}`)).toThrow(QueryError);
    try {
      read(`{${long('(', 1_000_000)}}`);
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(300);
    }
  });
});

describe('parseFormula', () => {
  it.each(Object.entries(SHAPES))('reads or refuses %s', (_, shape) => {
    for (const text of [shape(100_000), shape(1_000_000)]) unlessRefused(() => parseFormula(text));
  });
});

describe('checkQuery', () => {
  it.each(Object.entries(SHAPES))('takes or refuses %s', (_, shape) => {
    for (const text of [shape(100_000), shape(1_000_000)]) {
      try {
        checkQuery('query', text);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }
  });

  it('takes whatever has scopes that can be read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = `avg:a{${text}}`;
        if (!text.includes('}') && unlessRefused(() => metricsOf(query))?.length === 1)
          checkQuery('query', query);
      }),
      { numRuns: 2000 },
    );
  });
});
