import fc from 'fast-check';
import { selectionOf, variablesOf } from '../../../lib/datadog/query/filter';
import { parseScope } from '../../../lib/datadog/query/scope';
import { parseSearch } from '../../../lib/datadog/query/search';
import { filter, scope, search } from './arbitraries';
import { holds, world } from './worlds';

const selected = (query: string) =>
  Object.fromEntries([...selectionOf(parseSearch(query))].map(([key, values]) => [key, [...values]]));

describe('selectionOf', () => {
  it.each([
    ['service:a env:b', { service: ['a'], env: ['b'] }],
    ['service:a OR service:b', { service: ['a', 'b'] }],
    ['service:(a OR b) env:prod', { service: ['a', 'b'], env: ['prod'] }],
    ['service:a OR service:a', { service: ['a'] }],
    ['service:a OR env:b', {}],
    ['(service:a env:x) OR (service:b host:y)', { service: ['a', 'b'] }],
    ['service:a OR *', {}],
    ['service:a OR -service:b', {}],
    ['service:a OR service:b*', {}],
    ['service:a OR $svc', {}],
    ['-service:a', {}],
    ['-(-service:a)', {}],
    ['service:a*', {}],
    ['service:$svc.value', {}],
    ['@code:[500 TO 599] timeout', {}],
    ['service:a -env:b region:c*', { service: ['a'] }],
    ['', {}],
  ])('of %s is %j', (query, expected) => {
    expect(selected(query)).toEqual(expected);
  });

  it('names only what is sure: whatever the filter lets through has one of the values of each key', () => {
    const any = fc.oneof(
      filter,
      scope.map(({ text }) => parseScope(text)),
      search.map(({ text }) => parseSearch(text)),
    );
    fc.assert(
      fc.property(any, world, (one, facts) => {
        fc.pre(holds(one, facts));
        for (const [key, values] of selectionOf(one)) {
          expect([...values].some((value) => facts.has(`${key}:${value}`))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('variablesOf', () => {
  it.each([
    ['$a', ['a']],
    ['$a $b service:$c.value', ['a', 'b', 'c']],
    ['$a ($b env:x)', ['a', 'b']],
    ['-$a', []],
    ['$a OR $b', []],
    ['service:x-$a', []],
  ])('of %s are %j', (query, names) => {
    expect(variablesOf(parseSearch(query)).map(({ name }) => name)).toEqual(names);
  });
});
