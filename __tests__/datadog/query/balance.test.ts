import { BadInput } from '../../../lib/bad-input';
import { checkQuery } from '../../../lib/datadog/query/balance';

describe('checkQuery', () => {
  it.each([
    'avg:system.load.1{*}',
    'sum:a{b:c} by {d}.rollup(avg, 60)',
    '(sum:a{b:c} + sum:a{b:d}) / 2',
    'avg:a{name:"with ) and } in it"}',
    'avg:a{name:"a \\" } b"}',
    'avg:a{service:${TfToken[TOKEN.1]}}',
    "top(avg:a{*}, 5, ')', 'desc')",
    "avg:a{name:it's} + avg:b{name:it's}",
    'query1 * 100',
  ])('takes %s', (query) => {
    expect(() => checkQuery('query', query)).not.toThrow();
  });

  it.each(['', '  ', undefined, 5])('refuses %j, which is no query', (query) => {
    expect(() => checkQuery('query', query as never)).toThrow(BadInput);
    expect(() => checkQuery('query', query as never)).toThrow('is empty, blank or not text');
  });

  it.each([
    'avg:a{b:c',
    'avg:a{b:c}}',
    'avg:a}{',
    '(avg:a{b:c}',
    'avg:a{(b:c})',
    'avg:a{b:c})',
    'avg:a"{b:c',
  ])('refuses %s, whose signs do not match', (query) => {
    expect(() => checkQuery('query', query)).toThrow('do not match');
  });
});
