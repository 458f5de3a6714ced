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
    "avg:a{name:it's} / (avg:b{name:it's})",
    'avg:a{name:"it} + (avg:b{*})',
    'avg:a{b:"c}',
    "top(avg:a{*}, 5, '(', 'desc')",
    "top(avg:a{*}, 5, 'it\\'s (', 'desc')",
    'avg:a{name:"it\'s )"} by {host}',
    'avg:a{$svc,service:$svc.value}',
    'avg:a{$svc} / (avg:b{$svc})',
    "f('(', avg:a{*})",
    "avg:a{x IN (b) AND name:it's} / (avg:b{name:it's})",
    'avg:a{service:${var.names["}"]}} + (avg:b{*})',
    "avg:a{env:${env},name:it's} / (avg:b{name:it's})",
    'avg:a{env:prod AND NOT region:us}',
    'avg:android{!env:prod,region:us}',
    'query1 * 100',
  ])('takes %s', (query) => {
    expect(() => checkQuery('query', query)).not.toThrow();
  });

  it.each(['', '  ', undefined, 5])('refuses %j, which is no query', (query) => {
    expect(() => checkQuery('query', query as never)).toThrow(BadInput);
    expect(() => checkQuery('query', query as never)).toThrow(
      'is empty, blank or not text. Pass a query such as "avg:system.load.1{*}"',
    );
  });

  it.each([
    'avg:a{b:c',
    'avg:a{b:c}}',
    'avg:a}{',
    '(avg:a{b:c}',
    'avg:a{(b:c})',
    'avg:a{b:c})',
    'avg:a"{b:c',
    '(avg:a{b:c}}',
    'avg:a{b:c)',
    'avg:a{*})(',
    'abs(avg:a{*}',
    'avg:a{service:${name}',
    'avg:a{service:${name',
    "top(avg:a{*}, ')'",
  ])('refuses %s, whose signs do not match', (query) => {
    expect(() => checkQuery('query', query)).toThrow(
      'do not match. Close each one where it belongs, as in "avg:system.load.1{*}"',
    );
  });

  it.each([
    ['avg:a{env:prod AND !region:us}', 'are mixed'],
    ['avg:a{env in prod}', 'A list in parentheses is missing after IN'],
    ['avg:a{not env:prod,region:us}', 'are mixed'],
    ['avg:a{a:b or c:d, e:f}', 'are mixed'],
  ])('refuses %s, whose scope mixes words and signs', (query, problem) => {
    expect(() => checkQuery('query', query)).toThrow(BadInput);
    expect(() => checkQuery('query', query)).toThrow('has a scope that Datadog does not accept');
    expect(() => checkQuery('query', query)).toThrow(problem);
    expect(() => checkQuery('query', query)).toThrow('Write it as in "env:prod AND NOT region:us"');
  });
});
