import fc from 'fast-check';
import { QueryError } from '../../../lib/datadog/query/filter';
import { metricNames, metricsOf, withoutMetric } from '../../../lib/datadog/query/metric-query';
import { parseScope } from '../../../lib/datadog/query/scope';
import { scope } from './arbitraries';

const scopesOf = (query: string) => metricsOf(query).map(({ scope: one }) => one);

describe('the scopes of a metric query', () => {
  it.each([
    ['avg:system.load.1{*}', ['*']],
    ['sum:requests{kube_deployment:cartservice,env:prod}', ['kube_deployment:cartservice,env:prod']],
    ['sum:requests{env:prod} by {service,host}', ['env:prod']],
    ['sum:requests{env:prod}by{service}', ['env:prod']],
    ['avg:a {env:prod} / avg:b\t{env:qa}', ['env:prod', 'env:qa']],
    ['avg:a{env:prod}.rollup(avg, 60) by {host}', ['env:prod']],
    ['sum:requests{env:prod} BY\t{service}', ['env:prod']],
    ['avg:mem{env:prod} by {pod_name}.rollup(avg, 60)', ['env:prod']],
    ['sum:hits{service:cart}.as_count()', ['service:cart']],
    ['sum:hits{service:cart} by {host}.as_rate().rollup(sum, 30)', ['service:cart']],
    ['p95:trace.http.request{service:cart,env:prod}', ['service:cart,env:prod']],
    ['default_zero(avg:queue{service:cart})', ['service:cart']],
    ["top(avg:mem{env:prod} by {host}, 10, 'mean', 'desc')", ['env:prod']],
    ["anomalies(ewma_20(avg:mem{env:prod}), 'basic', 2)", ['env:prod']],
    [
      '(sum:errors{service:a}/(sum:errors{service:a}+sum:hits{service:b}))*100',
      ['service:a', 'service:a', 'service:b'],
    ],
    ['avg:a{env:prod}, avg:b{env:qa}', ['env:prod', 'env:qa']],
    ['avg:a{env:prod AND (zone:x OR zone:y)}', ['env:prod AND (zone:x OR zone:y)']],
    ['avg:a{name:"with } brace"}', ['name:"with } brace"']],
    ['avg:a{$env,service:$svc.value}', ['$env,service:$svc.value']],
    ['avg:a{ }', ['*']],
    ['{env:prod}', ['env:prod']],
    [' {env:prod} + avg:a{*}', ['env:prod', '*']],
    ['query1 + avg:a{env:prod} - query2', ['env:prod']],
    ["top(avg:a{env:prod}, 5, 'mean {', 'desc')", ['env:prod']],
    ['top(avg:a{env:prod}, 5, "mean {", \'desc\')', ['env:prod']],
    ['top(avg:a{env:prod}, 5, `mean {`, `desc`)', ['env:prod']],
    ['count(v: v>=10):latency{env:prod} + avg:a{*}', ['env:prod', '*']],
    ['(avg:a{env:prod} + avg:b{*})', ['env:prod', '*']],
    ['avg:$metric{env:prod}', ['env:prod']],
    ['${metric}{env:prod}', ['env:prod']],
    ['(avg:${a}{env:prod} / avg:${b}{*}) * 100', ['env:prod', '*']],
    ['avg:a{env:prod} + max( :b{env:qa})', ['env:prod', 'env:qa']],
    ['query1 / query2', []],
    ['avg:system.load.1', []],
    ['', []],
  ])('finds the scopes of %s', (query, scopes) => {
    expect(scopesOf(query)).toEqual(scopes.map(parseScope));
  });

  it.each([
    ['avg:a{env:prod', 'A brace is not closed, at character 6'],
    ['avg:a{env:{prod}}', 'A brace is not closed'],
    ['avg:a{env:prod}}', 'A closing brace has no opening one'],
    ['avg:a{name:"x}', 'A quotation is not closed'],
    ["top(avg:a{*}, 'mean)", 'A quotation is not closed'],
    ['avg:a{env:prod service:cart}', 'Unexpected "s"'],
    ['avg:a{%{ if var.all }*%{ endif }}', 'Only Terraform knows what this will be, at character 7'],
    ['%{ if var.all }avg:a{*}%{ endif }', 'Only Terraform knows what this will be, at character 1'],
    ['avg:a{env:${name}', 'A brace is not closed'],
    ['default_zero(5){env:prod}', 'Unexpected "{", at character 16 of "default_zero(5){env:prod}"'],
    ['avg:a{*} > 5', 'Unexpected ">", at character 10 of "avg:a{*} > 5"'],
    ['avg:a{*} by {b}.fill(0) + avg:c{d:e} by {f} x', 'Unexpected "x", at character 45'],
    ['avg:a{*}.fill(0) by {b} x', 'Unexpected "x", at character 25'],
    ['avg:a{b:c}{d:e}', 'Unexpected "{", at character 11'],
    ['avg:a{*}):b{*}', 'Unexpected ")"'],
    ['avg:a{env:${name', 'An expression is not closed, at character 11'],
  ])('refuses %s', (query, problem) => {
    expect(() => scopesOf(query)).toThrow(QueryError);
    expect(() => scopesOf(query)).toThrow(problem);
  });

  it.each([
    ['${query}', 1],
    ['${query} / 100', 1],
    ['terraform_value_1', 1],
    ['avg:a{service:cart}, ${query}', 22],
    ['avg:a{service:cart}${rollup}', 20],
    ['avg:a{service:${name}} ${sign} avg:b{*}', 24],
    ['${function}(avg:a{service:cart}, 5)', 1],
    ['avg:a{service:cart}.${function}()', 21],
  ])('may be anything where Terraform puts in more than values: %s', (query, position) => {
    const text = `Only Terraform knows what this will be, at character ${position} of`;
    expect(() => scopesOf(query)).toThrow(text);
    expect(() => scopesOf(query)).toThrow(expect.objectContaining({ isMistake: false }));
  });

  it.each(['avg:a{service:${name}} > 5', 'avg:a{*} by {${tag}} > 5'])(
    'is wrong whatever Terraform puts in: %s',
    (query) => {
      expect(() => scopesOf(query)).toThrow(expect.objectContaining({ isMistake: true }));
    },
  );

  // `system.load.1` is a metric of Datadog's agent: https://docs.datadoghq.com/integrations/system/#metrics
  it('stands beside a metric without one, whatever its name', () => {
    const query = 'avg:a{service:cart} / max(system.load.1, system.load.15)';
    expect(scopesOf(query)).toEqual([parseScope('service:cart')]);
  });

  it('finds every scope among functions and arithmetic', () => {
    const metric = scope.map(({ text }) => ({ query: `avg:a.b{${text}}`, scopes: [text] }));
    const dressed = fc.letrec<{ query: { query: string; scopes: string[] } }>((tie) => ({
      query: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        metric,
        metric.map(({ query, scopes }) => ({ query: `${query} by {host,env}.as_count()`, scopes })),
        tie('query').map(({ query, scopes }) => ({ query: `top(${query}, 10, "mean", 'desc')`, scopes })),
        fc.tuple(tie('query'), tie('query'), fc.constantFrom('+', ' / ', ' * ')).map(([a, b, sign]) => ({
          query: `(${a.query}${sign}${b.query})`,
          scopes: [...a.scopes, ...b.scopes],
        })),
      ),
    })).query;
    fc.assert(
      fc.property(dressed, ({ query, scopes }) => {
        expect(scopesOf(query)).toEqual(scopes.map(parseScope));
      }),
    );
  });
});

describe('the groups of a metric query', () => {
  it.each([
    ['avg:a{*}', [[]]],
    ['avg:a{*} by {host}', [['host']]],
    ['avg:a{*} by { service , host }.rollup(avg, 60)', [['service', 'host']]],
    ['sum:a{*} by {host} / sum:b{*} by {host,env}', [['host'], ['host', 'env']]],
    ['sum:a{*} by {host} / sum:b{*}', [['host'], []]],
    ["percentile(avg:a{*} by {env,host}.rollup(avg, 300), 'p95', {env})", [['env']]],
    ['max({host}, avg:a{*} by {env,host})', [['host']]],
    ['avg:a{*} by {$group}', [['$group']]],
    ['(avg:a{*}by{host})', [['host']]],
    ['(avg:a{*}  BY  {host, env})', [['host', 'env']]],
    ['(avg:a{*} by {${tag}})', [['${tag}']]],
    ['count_not_null(avg:a{*} by {host})', [[]]],
    ['100 * count_nonzero( avg:a{*} by {host} ) / 5', [[]]],
    ['avg:account_nonzero{*} by {host}', [['host']]],
    ['avg:a{*}.rollup(avg, 60) by {host}', [['host']]],
    ['avg:a{*}.abs() by {host}', [['host']]],
    ['sum(avg:a{*} by {host}, {host}), avg:b{*} by {service}', [['host'], ['service']]],
    ['count_nonzero(avg:a{*} by {host}) / avg:b{*} by {host}', [[], ['host']]],
    ['sum(sum(avg:a{*} by {a,b,c}, {a,b}), {b,c})', [['b']]],
  ])('of %s are %j', (query, groups) => {
    expect(metricsOf(query).map((metric) => metric.groups)).toEqual(groups);
  });

  it('are no scope, nor is a quoted brace', () => {
    expect(scopesOf("percentile(avg:a{service:cart} by {env}, 'p95 {', {env})")).toEqual([
      parseScope('service:cart'),
    ]);
  });
});

describe('the names of the metrics in a query, with their aggregations', () => {
  it.each([
    ['avg:system.load.1{*}', ['avg:system.load.1']],
    ['avg:a{*} - sum:b.c{x:y} by {host}', ['avg:a', 'sum:b.c']],
    ['count(v: v>=10):latency{env:prod}', ['count(v: v>=10):latency']],
    ['avg:${metric}{*}', ['avg:${metric}']],
    ['a{*}', ['a']],
    ['avg:a {*} / avg:$metric{*}', ['avg:a', 'avg:$metric']],
  ])('%s are %j', (query, names) => {
    expect(metricNames(query)).toEqual(names);
  });
});

/** Queries with the same rest are read once. */
describe('a query without its metric', () => {
  it.each([
    ['avg:system.load.1{env:prod}', '{env:prod}'],
    ['SUM:a{*} by {host}', '{*} by {host}'],
    ['sum:a{*}by{host,env}.rollup(avg, 60)', '{*}by{host,env}.rollup(avg, 60)'],
    ['sum:a{*}  BY\t{host} * 100', '{*}  BY\t{host} * 100'],
    ['sum:a{}', '{}'],
  ])('of %s is %s', (query, rest) => {
    expect(withoutMetric(query)).toBe(rest);
  });

  it.each([
    'avg:a{*} - avg:b{*}',
    'avg:a{*} by {host} - avg:b{*} by {host}',
    'default_zero(avg:a{*})',
    '100 * avg:a{*}',
    'count(v: v>=10):latency{*}',
    'avg:a{service:${name}}',
    'avg:a{*} by {${tag}}',
    'avg:a-b{*}',
    'a{*}',
    'avg:a',
  ])('is the whole of %s', (query) => {
    expect(withoutMetric(query)).toBe(query);
  });
});

describe('the room of a metric query', () => {
  const rooms = (query: string) => metricsOf(query).map(({ room }) => room && Object.fromEntries(room));

  it.each([
    ['avg:a{*} by {host}', [undefined]],
    ["top(avg:a{*} by {host}, 5, 'mean', 'desc')", [{ host: 5 }]],
    ["top(avg:a{*} by {host,env}, 5, 'mean', 'desc')", [{}]],
    ["top(avg:a{*}, 5, 'mean', 'desc')", [undefined]],
    ['default_zero(avg:a{*} by {host})', [undefined]],
  ])('%s is %j', (query, expected) => {
    expect(rooms(query)).toEqual(expected);
  });
});

describe('what is subtracted', () => {
  const without = (scope: string, ...others: string[]) => ({
    kind: 'and',
    of: [parseScope(scope), ...others.map((other) => ({ kind: 'not', of: parseScope(other) }))],
  });
  const doubtful = (scope: string) => ({
    kind: 'and',
    of: [parseScope(scope), { kind: 'unknown', text: 'what is subtracted' }],
  });

  it.each<[string, unknown[]]>([
    ['avg:a{*} - avg:a{service:cart}', [without('*', 'service:cart')]],
    ['-avg:a{service:cart} + avg:a{*}', [without('*', 'service:cart')]],
    ['avg:a{*} + -1 * avg:a{service:cart}', [without('*', 'service:cart')]],
    ['avg:a{*} + (-avg:a{service:cart})', [without('*', 'service:cart')]],
    ['0 - avg:a{service:cart} + avg:a{*}', [without('*', 'service:cart')]],
    ['-(avg:a{service:cart} - avg:a{*})', [without('*', 'service:cart')]],
    ['avg:a {*} - avg:a\t{service:cart}', [without('*', 'service:cart')]],
    ['avg:a{*} - avg:a{b:c} - avg:a{d:e}', [without('*', 'b:c', 'd:e')]],
    ['max:a{b:c} - min:a{d:e}', [doubtful('b:c')]],
    ['p95:a{b:c} - p50:a{b:c}', [{ kind: 'and', of: [parseScope('b:c')] }]],
    ['avg:a{b:c} - ewma_20(avg:a{b:c})', [{ kind: 'and', of: [parseScope('b:c')] }]],
    ["moving_rollup(avg:a{b:c}, 60, 'avg') - avg:a{d:e}", [doubtful('b:c')]],
    ['avg:a{service IN (x,y)} - avg:b{service:y}', [doubtful('service IN (x,y)')]],
    ['avg:a{service:x} - avg:b{service:x}', [{ kind: 'and', of: [parseScope('service:x')] }]],
    ['week_before(avg:a{b:c}) - avg:a{d:e}', [doubtful('b:c')]],
    ['week_before(avg:a{b:c}) - week_before(avg:a{d:e})', [without('b:c', 'd:e')]],
    ['(avg:a{*} by {zone}-avg:a{zone:x-y} by {zone}) / avg:c{*}', [without('*', 'zone:x-y'), doubtful('*')]],
    ["default_zero(avg:a{*}.rollup(avg, 60)) - default_zero(avg:a{name:'-'})", [without('*', "name:'-'")]],
  ])('is not shown by %s', (query, expected) => {
    const metrics = metricsOf(query);
    expect(metrics.map(({ scope: one }) => one)).toEqual(expected);
    expect(metrics.every(({ isMinuend }) => isMinuend)).toBe(true);
  });

  it.each([
    ['timeshift(avg:a{*}, -3600) / avg:b{zone:x-y}', ['*', 'zone:x-y']],
    ['100 - avg:a{b:c}', ['b:c']],
    ['-avg:a{b:c}', ['b:c']],
    ['-avg:a{b:c} - avg:a{d:e}', ['b:c', 'd:e']],
    ['avg:a{b:c} - 5', ['b:c']],
    ['-1 * -1 * avg:a{b:c} + avg:a{d:e}', ['b:c', 'd:e']],
    ['avg:a{b:c} + 0 * avg:a{d:e}', ['b:c']],
  ])('is nothing in %s', (query, scopes) => {
    const metrics = metricsOf(query);
    expect(metrics.map(({ scope: one }) => one)).toEqual(scopes.map(parseScope));
    expect(metrics.some(({ isMinuend }) => isMinuend)).toBe(false);
  });

  it('leaves doubt if there are very many', () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => `b:c${index}`);
    const less = (count: number) =>
      scopesOf(
        `avg:a{*} - ${values(count)
          .map((one) => `avg:a{${one}}`)
          .join(' - ')}`,
      );
    expect(less(100)).toEqual([without('*', ...values(100))]);
    for (const count of [101, 200]) expect(less(count)).toEqual([doubtful('*')]);
  });
});

describe('a value that Terraform knows later', () => {
  it.each([
    ['avg:a{service:cart,env:${env}}', 'service:cart,env:${env}'],
    ['avg:a{env:${var.names["prod}"]},service:cart}', 'env:${var.names["prod}"]},service:cart'],
    ['avg:${metric}{service:cart}', 'service:cart'],
  ])('is read as one in %s', (query, expected) => {
    expect(scopesOf(query)).toEqual([parseScope(expected)]);
  });

  it('is no value that is known', () => {
    expect(parseScope('env:${env}')).toEqual({ kind: 'pattern', key: 'env', value: '${env}' });
    expect(parseScope('env:a-${env}')).toEqual({ kind: 'pattern', key: 'env', value: 'a-${env}' });
    expect(parseScope('${scope}')).toEqual({ kind: 'unknown', text: '${scope}' });
  });
});
