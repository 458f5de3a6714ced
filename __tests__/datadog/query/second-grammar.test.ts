import fc from 'fast-check';
import { join } from 'path';
import { metricsOf } from '../../../lib/datadog/query/metric-query';
import { parseScope } from '../../../lib/datadog/query/scope';
import { hasToken } from '../../../lib/terraform/tokens';
import { APPS, CONTEXT } from '../../support/apps';
import { CHECKOUT } from '../../support/checkout';
import { DASHBOARDS } from '../../support/dashboards';
import { runApp } from '../../support/run-app';
import { unlessRefused } from './arbitraries';
import { filesBelow, metricQueriesIn } from './support/dashboard-queries';
import { inDocumentedWay, isTaken, READ_AS, TAKEN } from './support/differences';
import { isDoubtful, meaningOf } from './support/meaning';
import { documentedMetrics, documentedScope } from './support/second-grammar';
import { documentedQueries, documentedScopes, nearQueries, nearScopes } from './support/written';

const RUNS = Number(process.env.MODEL_RUNS ?? 1000);
const ROOT = join(__dirname, '..', '..', '..');

/** What the library reads. Undefined if it refuses. */
const scopeRead = (text: string) => unlessRefused(() => meaningOf(parseScope(text)));
const metricsRead = (query: string) =>
  unlessRefused(() => metricsOf(query).map(({ scope, groups }) => ({ scope: meaningOf(scope), groups })));

/** The dashboards of the tests and examples, and those of a directory that is named. */
function dashboards(): unknown[] {
  const { DASHBOARDS: directory } = process.env;
  return [
    ...Object.values(DASHBOARDS),
    JSON.parse(CHECKOUT),
    ...APPS.flatMap((file) => runApp(join(ROOT, file), CONTEXT).dashboards),
    ...(directory === undefined ? [] : filesBelow(directory)),
  ];
}

/** The query with a plus for each minus outside of braces: what is subtracted is a matter of values, not of scopes. */
function summed(query: string): string {
  return query.replace(/-(?![^{]*\})/g, '+');
}

/** The scope is read as documented, or in doubt. If no page tells of it, it is refused, or in doubt, or a known difference. */
function expectAsDocumented(text: string): void {
  const read = scopeRead(text);
  const meant = documentedScope(text);
  if (read === undefined ? meant === undefined : isDoubtful(read)) return;
  if (read !== undefined && meant === undefined && isTaken(read)) return;
  expect(read).toEqual(meant ?? documentedScope(inDocumentedWay(text)));
}

describe('the second grammar', () => {
  const tag = (key: string, value: string) => ({ tag: key, is: value });
  const like = (key: string, value: string) => ({ tag: key, like: value });

  it.each([
    ['avg:system.disk.free{*}.rollup(avg, 60)', [[{ and: [] }]]],
    ['jvm.heap_memory / jvm.heap_memory_max', []],
    ['avg:system.load.1{x:y} / system.load.15', [[tag('x', 'y')]]],
    [
      'avg:system.disk.in_use{!device:/dev/loop*} by {device}',
      [[{ not: like('device', '/dev/loop*') }, 'device']],
    ],
    [
      'sum:kubernetes.pods.running{service:*-canary} by {service}',
      [[like('service', '*-canary'), 'service']],
    ],
    ['avg:a{pod_name: web-*}', [[like('pod_name', 'web-*')]]],
    [
      'avg:system.cpu.user{env:staging AND (zone:us-east-1a OR zone:us-east-1c)} by {zone}',
      [
        [
          { and: [tag('env', 'staging'), { or: [tag('zone', 'us-east-1a'), tag('zone', 'us-east-1c')] }] },
          'zone',
        ],
      ],
    ],
    [
      'avg:system.cpu.user{env:prod AND location NOT IN (atlanta,seattle)}',
      [
        [
          {
            and: [
              tag('env', 'prod'),
              { not: { or: [tag('location', 'atlanta'), tag('location', 'seattle')] } },
            ],
          },
        ],
      ],
    ],
    ['avg:kubernetes.pods.running {team IN (storage)} by {team} ', [[tag('team', 'storage'), 'team']]],
    [
      'avg:a{$env,role:$role.value}',
      [[{ and: [{ variable: 'env' }, { variable: 'role', suffix: '.value', tag: 'role' }] }]],
    ],
    ['timeshift(avg:system.load.1{*}, -1209600)', [[{ and: [] }]]],
    ["rollup(avg:a{*} by {env,host}.rollup(avg, 300),'p95',1800)", [[{ and: [] }, 'env', 'host']]],
    ['rollup(sum:a{*}.rollup(avg,300),`stddev`,14400)', [[{ and: [] }]]],
    ["percentile(avg:a{*} by {env,host}.rollup(avg, 300),'p95', {env})", [[{ and: [] }, 'env']]],
    ['count_nonzero(system.cpu.user{*} by {host})', [[{ and: [] }]]],
    ['max(a{zone:eastus-1}, a{zone:eastus-2}) ', [[tag('zone', 'eastus-1')], [tag('zone', 'eastus-2')]]],
    [
      "anomalies(avg:a{x:y}, 'agile', 2, direction='both', interval=60), p99.9:b{x:z}",
      [[tag('x', 'y')], [tag('x', 'z')]],
    ],
    ['count(v: v<=5):trace.web.request{env:prod}', [[tag('env', 'prod')]]],
  ])('reads %s', (query, expected) => {
    const metrics = documentedMetrics(query)?.map(({ scope, groups }) => [scope, ...groups]);
    expect(metrics).toEqual(expected);
  });

  it.each([
    'avg:mymetric{env:prod AND !region:us-east}',
    'avg:mymetric{env:prod AND resource_name NOT IN (!resource_name:A, !resource_name:B)}',
    'avg:a{env:prod,zone IN (x, y)}',
    'avg:a{env:prod zone:x}',
    'avg:a{env:}',
    'avg:a{*} by host',
    'avg:a{*} + ',
    "anomalies(avg:a{*}, 'basic', 2",
  ])('refuses %s', (query) => {
    expect(documentedMetrics(query)).toBeUndefined();
  });
});

describe('the scopes and groups that the library reads are those of the second grammar', () => {
  it('in the dashboards here, and below the directory DASHBOARDS', () => {
    // What only Terraform knows is no part of Datadog's language.
    const distinct = new Set(metricQueriesIn(dashboards()).filter((query) => !hasToken(query)));
    expect(distinct.size).toBeGreaterThan(50);
    for (const query of Array.from(distinct, summed)) {
      const read = metricsRead(query);
      const meant = documentedMetrics(query);
      if (meant === undefined && read?.some(({ scope }) => isDoubtful(scope))) continue;
      expect({ query, read }).toEqual({ query, read: meant });
    }
  });

  it('in every scope that is documented', () => {
    fc.assert(
      fc.property(documentedScopes, (text) => {
        const meant = documentedScope(text);
        expect(meant).toBeDefined();
        expect(scopeRead(text)).toEqual(meant);
      }),
      { numRuns: RUNS },
    );
  });

  it('in scopes that are nearly documented', () => {
    fc.assert(fc.property(nearScopes, expectAsDocumented), { numRuns: 3 * RUNS });
  });

  it('in every query that is documented', () => {
    fc.assert(
      fc.property(documentedQueries, (query) => {
        const meant = documentedMetrics(query);
        expect(meant).toBeDefined();
        expect(metricsRead(query)).toEqual(meant);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  // The library checks nothing outside of braces and quotation marks.
  it('in queries that are nearly documented, as far as their scopes can be told', () => {
    fc.assert(
      fc.property(nearQueries, ({ query, inBraces }) => {
        const read = metricsRead(query);
        const meant = documentedMetrics(query);
        if (meant !== undefined) return expect(read).toEqual(meant);
        const possible = [{ and: [] }, ...inBraces.map(documentedScope)];
        for (const { scope } of read ?? []) if (!isDoubtful(scope)) expect(possible).toContainEqual(scope);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });
});

describe('what is known to differ', () => {
  it.each(READ_AS)('$what: $example', ({ example, from, to }) => {
    expect(documentedScope(example)).toBeUndefined();
    const meant = documentedScope(example.replace(from, to));
    expect(meant).toBeDefined();
    expect(scopeRead(example)).toEqual(meant);
  });

  it.each(TAKEN)('$what: $example', ({ example, is }) => {
    expect(documentedScope(example)).toBeUndefined();
    expect(is(scopeRead(example)!)).toBe(true);
  });

  it('a word of a grouping may be in upper case', () => {
    expect(documentedMetrics('avg:a{*} BY {host}')).toBeUndefined();
    expect(metricsRead('avg:a{*} BY {host}')).toEqual(documentedMetrics('avg:a{*} by {host}'));
  });
});
