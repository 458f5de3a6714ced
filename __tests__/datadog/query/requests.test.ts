import fc from 'fast-check';
import { Filter, QueryError } from '../../../lib/datadog/query/filter';
import { printFilter } from '../../../lib/datadog/query/print';
import { parseScope } from '../../../lib/datadog/query/scope';
import { parseSearch } from '../../../lib/datadog/query/search';
import { drawnQueries, requestsOf } from '../../../lib/datadog/query/requests';
import { unlessRefused } from './arbitraries';

const EVERYTHING = parseScope('*');
const both = (...queries: string[]) => ({
  kind: 'and',
  of: queries.map(parseSearch).filter((one) => one !== EVERYTHING),
});

const filtersOf = (definition: any) => drawnQueries(definition).map(({ filter }) => filter);

function ofRequest(request: unknown): unknown {
  return filtersOf({ type: 'timeseries', requests: [request] });
}

function ofQuery(query: unknown): unknown {
  return ofRequest({ queries: [query] });
}

describe('the filters of what a widget draws', () => {
  it('reads the older form of a request', () => {
    expect(ofRequest({ q: 'avg:a{env:prod}, avg:b{service:cart}' })).toEqual([
      parseScope('env:prod'),
      parseScope('service:cart'),
    ]);
  });

  it.each([
    'log_query',
    'apm_query',
    'rum_query',
    'event_query',
    'network_query',
    'security_query',
    'audit_query',
    'profile_metrics_query',
  ])('reads a %s', (field) => {
    const query = {
      index: '*',
      search: { query: 'service:cart env:prod' },
      compute: { aggregation: 'count' },
    };
    expect(ofRequest({ [field]: query })).toEqual([parseSearch('service:cart env:prod')]);
    expect(ofRequest({ [field]: { index: '*' } })).toEqual([EVERYTHING]);
  });

  it('reads a process_query', () => {
    const query = { metric: 'process.stat.cpu.total_pct', filter_by: ['service:cart', '$env'], limit: 5 };
    expect(ofRequest({ process_query: query })).toEqual([both('service:cart', '$env')]);
  });

  it.each([
    ['metrics', { query: 'avg:a{service:cart}' }, parseScope('service:cart')],
    ['cloud_cost', { query: 'sum:aws.cost.net{service:cart}' }, parseScope('service:cart')],
    ['logs', { search: { query: 'service:(a OR b)' } }, parseSearch('service:(a OR b)')],
    ['spans', { search: { query: 'service:cart @duration:>5' } }, parseSearch('service:cart @duration:>5')],
    ['rum', { search: { query: '@type:view' } }, parseSearch('@type:view')],
    [
      'events',
      { search: { query: 'source:deploy service:cart' } },
      parseSearch('source:deploy service:cart'),
    ],
    ['security_signals', { search: { query: '-service:cart' } }, parseSearch('-service:cart')],
    ['logs', { search: { query: '' } }, EVERYTHING],
    ['logs', {}, EVERYTHING],
    ['logs_stream', { query_string: 'service:cart' }, parseSearch('service:cart')],
    ['apm_resource_stats', { service: 'cart', env: 'prod', stat: 'hits' }, both('service:cart', 'env:prod')],
    ['apm_resource_stats', { service: 'cart', env: '*' }, both('service:cart', 'env:*')],
    ['apm_resource_stats', { service: '$svc', env: '$env.value' }, both('service:$svc', 'env:$env.value')],
    ['apm_resource_stats', { service: '${TfToken[TOKEN.1]}', env: '' }, both('service:${TfToken[TOKEN.1]}')],
    ['apm_dependency_stats', { service: 'cart', env: 'prod' }, both('service:cart', 'env:prod')],
    [
      'apm_metrics',
      { service: 'cart', query_filter: 'env:prod,!region:eu' },
      { kind: 'and', of: [parseSearch('service:cart'), parseScope('env:prod,!region:eu')] },
    ],
    ['apm_metrics', { service: 'cart' }, both('service:cart')],
    ['process', { tag_filters: ['service:cart', 'env:prod'] }, both('service:cart', 'env:prod')],
    ['process', { query_filter: 'service:cart $host -user:root' }, both('service:cart $host -user:root')],
    [
      'process',
      { query_filter: 'service:cart', tag_filters: ['env:prod'] },
      both('service:cart', 'env:prod'),
    ],
    ['container', { tag_filters: ['kube_deployment:cart'] }, both('kube_deployment:cart')],
    ['container', {}, EVERYTHING],
    ['product_analytics_extended', {}, EVERYTHING],
    ['product_analytics_extended', { query: { data_source: 'product_analytics' } }, EVERYTHING],
    ['slo', { slo_id: 'b4c7739b', measure: 'slo_status' }, EVERYTHING],
    ['slo', { additional_query_filters: 'service:cart,env:prod' }, parseScope('service:cart,env:prod')],
    [
      'apm_resource_stats',
      { service: 'cart', primary_tag_name: 'cluster', primary_tag_value: 'eu' },
      both('service:cart', 'cluster:eu'),
    ],
    [
      'product_analytics_extended',
      { query: { data_source: 'product_analytics', search: { query: 'service:shop' } } },
      parseSearch('service:shop'),
    ],
  ])('reads a query of %s: %j', (dataSource, query, expected) => {
    expect(ofQuery({ data_source: dataSource, name: 'query1', ...query })).toEqual([expected]);
    expect(ofRequest({ query: { data_source: dataSource, ...query } })).toEqual([expected]);
  });

  it.each([
    ...['logs', 'spans', 'network', 'rum', 'security_signals', 'profiles', 'audit', 'events', 'ci_tests'],
    ...['ci_pipelines', 'incident_analytics', 'product_analytics', 'on_call_events', 'errors'],
    ...['llm_observability', 'app_sec_events', 'database_queries', 'network_device_flows', 'network_path'],
  ])('reads the search of a query of %s', (source) => {
    const query = { name: 'a', data_source: source, search: { query: 'service:cart' } };
    expect(drawnQueries({ requests: [{ queries: [query] }] })).toEqual([
      { filter: parseSearch('service:cart'), source, groups: [] },
    ]);
  });

  it.each([
    ...['logs_stream', 'audit_stream', 'ci_pipeline_stream', 'ci_test_stream', 'rum_issue_stream'],
    ...['apm_issue_stream', 'trace_stream', 'logs_issue_stream', 'logs_pattern_stream'],
    ...['logs_transaction_stream', 'event_stream', 'rum_stream', 'llm_observability_stream', 'issue_stream'],
    ...['security_runtime_stream', 'security_signals_stream', 'incidents_stream'],
  ])('reads the search of a list of %s', (source) => {
    const query = { data_source: source, query_string: 'service:cart' };
    expect(drawnQueries({ requests: [{ query }] })).toEqual([
      { filter: parseSearch('service:cart'), source, groups: [] },
    ]);
  });

  it.each([
    ['log_query', 'logs'],
    ['apm_query', 'spans'],
    ['apm_stats_query', 'spans'],
    ['rum_query', 'rum'],
    ['event_query', 'events'],
    ['network_query', 'network'],
    ['security_query', 'security_signals'],
    ['audit_query', 'audit'],
    ['profile_metrics_query', 'profiles'],
    ['process_query', 'process'],
  ])('takes a %s for one of %s', (field, source) => {
    expect(drawnQueries({ requests: [{ [field]: {} }] })).toMatchObject([{ source }]);
  });

  it.each([
    ['metrics', { query: 'avg:a{*}' }],
    ['cloud_cost', { query: 'sum:aws.cost.net{*}' }],
  ])('keeps the source of a query of %s', (source, query) => {
    const queries = [{ data_source: source, name: 'a', ...query }];
    expect(drawnQueries({ requests: [{ queries }] })).toMatchObject([{ source }]);
    const [drawn] = drawnQueries({ requests: [{ queries: [{ data_source: source, name: 'a' }] }] });
    expect(drawn).toEqual({ filter: expect.objectContaining({ kind: 'unknown' }), source, groups: [] });
  });

  it('tells processes from containers, whose hosts are nodes', () => {
    const drawn = (source: string) =>
      drawnQueries({ requests: [{ query: { data_source: source, tag_filters: ['service:cart'] } }] });
    const filter = both('service:cart');
    expect(drawn('process')).toEqual([{ filter, source: 'process', groups: [] }]);
    expect(drawn('container')).toEqual([{ filter, source: 'container', groups: [], isOfCloud: true }]);
  });

  it.each<[string, object, string[]]>([
    ['a facet that is no text', { group_by: [{ facet: 5, limit: 2 }, { facet: 'host' }] }, ['host']],
    ['an object without limit', { group_by: { fields: ['host', 5] } }, ['host']],
    ['an object without fields', { group_by: { limit: 5 } }, []],
    ['text', { group_by: 'host' }, []],
  ])('has the groups that are readable in %s', (_, query, groups) => {
    const queries = [{ data_source: 'logs', name: 'a', ...query }];
    const [drawn] = drawnQueries({ requests: [{ queries }] });
    expect(drawn.groups).toEqual(groups);
    expect(drawn.room).toBeUndefined();
  });

  it.each([
    ['process', { tag_filters: 'service:cart' }, both('service:cart')],
    ['logs', { search: { query: 5 }, query_string: 'service:cart' }, parseSearch('service:cart')],
    ['logs', { query_string: 5 }, EVERYTHING],
    ['apm_resource_stats', { service: 'cart', primary_tag_value: 'eu' }, both('service:cart')],
    [
      'service_map',
      { query_string: '', service: 'cart', filters: 'env:prod' },
      { kind: 'and', of: [parseSearch('service:cart')] },
    ],
  ])('passes over what has not the form of a query of %s: %j', (dataSource, query, expected) => {
    expect(ofRequest({ query: { data_source: dataSource, ...query } })).toEqual([expected]);
  });

  it.each([
    ['brand_new', 'Nothing is known of the data source "brand_new"'],
    [
      'product_analytics_journey',
      'What a query of "product_analytics_journey" shows of instances can\'t be told',
    ],
    ['product_analytics_retention', "can't be told"],
    ['traces', "can't be told"],
  ])('refuses a query of %s', (dataSource, problem) => {
    const read = () =>
      ofQuery({ data_source: dataSource, name: 'query1', search: { query: 'service:cart' } });
    expect(read).toThrow(QueryError);
    expect(read).toThrow(problem);
  });

  it('reads a service map, which is itself a query', () => {
    const map = { type: 'servicemap', service: 'cart', filters: ['env:prod', '*'] };
    expect(drawnQueries(map)).toEqual([
      {
        filter: { kind: 'and', of: [parseSearch('service:cart'), both('env:prod', '*')] },
        source: 'service_map',
        groups: [],
        together: true,
      },
    ]);
  });

  it.each([
    [{ service: 'cart', filters: ['env:prod'] }, ['service:cart', ['env:prod']]],
    [{ service: '', query_string: 'service:(cart OR pay)', filters: [] }, ['service:(cart OR pay)', []]],
  ] as const)('reads the query of a topology map: %j', (query, [services, filters]) => {
    for (const source of ['service_map', 'data_streams']) {
      const request = { request_type: 'topology', query: { data_source: source, ...query } };
      const expected = { kind: 'and', of: [parseSearch(services), both(...filters)] };
      expect(filtersOf({ type: 'topology_map', requests: [request] })).toEqual([expected]);
    }
  });

  it('takes a query whose source is not named for one of metrics', () => {
    expect(ofQuery({ query: 'avg:a{service:cart}' })).toEqual([parseScope('service:cart')]);
  });

  it('reads requests that are an object with one for each role', () => {
    const requests = {
      x: { q: 'avg:a{service:x}' },
      y: { q: 'avg:a{service:y}' },
      size: null,
      table: { queries: [] },
    };
    expect(filtersOf({ type: 'scatterplot', requests })).toEqual([
      parseScope('service:x'),
      parseScope('service:y'),
    ]);
  });

  it('narrows a host map down to its scope', () => {
    const requests = { fill: { q: 'avg:a{env:prod} by {host}' }, size: { q: 'avg:b{*} by {host}' } };
    const scope = ['service:cart', '!version:1'];
    expect(filtersOf({ type: 'hostmap', requests, scope })).toEqual([
      both('env:prod', 'service:cart AND NOT version:1'),
      both('service:cart AND NOT version:1'),
    ]);
  });

  it('narrows what a host map shows of entities down to its filters, and to those around them', () => {
    const enriched = (query: string) => ({
      response_format: 'scalar',
      queries: [{ data_source: 'metrics', name: 'q', query }],
      formulas: [{ dimension: 'fill', formula: 'q' }],
    });
    const requests = {
      request_type: 'infrastructure_hostmap',
      node_type: 'host',
      filter: 'env:prod',
      group_by: [{ column: 'region' }],
      enrichments: [enriched('avg:a{*} by {host}'), enriched('avg:b{region:eu} by {host}')],
      style: { palette: 'green' },
      child: {
        request_type: 'infrastructure_hostmap',
        node_type: 'pod',
        filter: 'service:cart OR service:pay',
        enrichments: [],
      },
    };
    expect(filtersOf({ type: 'hostmap', requests })).toEqual([
      both('env:prod'),
      both('region:eu', 'env:prod'),
      both('env:prod', 'service:cart OR service:pay'),
    ]);
    expect(requestsOf({ requests })).toEqual(requests.enrichments);
  });

  it('reads a host map of entities without a filter, and one that says that its form is the older one', () => {
    const requests = { request_type: 'infrastructure_hostmap', enrichments: [{ q: 'avg:a{env:prod}' }] };
    expect(filtersOf({ type: 'hostmap', requests })).toEqual([both('env:prod')]);
    const older = { request_type: null, fill: { q: 'avg:a{*}' } };
    expect(filtersOf({ type: 'hostmap', requests: older, scope: ['env:prod'] })).toEqual([
      { kind: 'and', of: [both('env:prod')] },
    ]);
    expect(filtersOf({ type: 'hostmap', requests: [{ q: 'avg:a{*}' }] })).toEqual([]);
  });

  it.each(['data_projection', 'another'])('understands no host map with the request_type %s', (type) => {
    const query = { data_source: 'dataset', dataset_id: 'a' };
    const definition = { type: 'hostmap', requests: { request_type: type, query, projection: {} } };
    expect(() => drawnQueries(definition)).toThrow(QueryError);
    expect(() => drawnQueries(definition)).toThrow(
      `Nothing is known of host maps with the request_type "${type}"`,
    );
    expect(requestsOf(definition)).toEqual([query, {}]);
  });

  it('shows entities without a query only in a host map of entities', () => {
    const entities = { request_type: 'infrastructure_hostmap', filter: 'env:prod', enrichments: [] };
    expect(drawnQueries({ type: 'hostmap', requests: entities })).toEqual([
      { filter: both('env:prod'), source: 'infrastructure', groups: [] },
    ]);
    expect(drawnQueries({ type: 'hostmap', requests: { fill: {} }, scope: ['env:prod'] })).toEqual([]);
  });

  it('does not understand a query of metrics in parts', () => {
    const queries = [{ data_source: 'metrics', name: 'q', metric_name: 'a', filter: 'service:cart' }];
    expect(ofRequest({ request_type: 'table', queries })).toEqual([
      expect.objectContaining({ kind: 'unknown' }),
    ]);
  });

  it('gives every query of every request, in order', () => {
    const queries = ['a', 'b'].map((value) => ({ data_source: 'metrics', query: `avg:m{env:${value}}` }));
    const requests = [{ queries }, { q: 'avg:m{env:c}' }];
    expect(filtersOf({ requests })).toEqual(['env:a', 'env:b', 'env:c'].map(parseScope));
  });

  it.each([
    ['a metric query', { q: 'avg:a{service:cart' }],
    ['a query of metrics', { queries: [{ data_source: 'metrics', query: 'avg:a{service:"cart}' }] }],
    ['a search', { queries: [{ data_source: 'logs', search: { query: 'service:(a' } }] }],
    ['a log_query', { log_query: { search: { query: '"open' } } }],
    ['a tag of a process', { process_query: { filter_by: ['service:(a'] } }],
  ])('refuses %s that does not follow its syntax', (_, request) => {
    expect(() => ofRequest(request)).toThrow(QueryError);
  });

  it('narrows nothing where there are no requests it knows', () => {
    for (const requests of [undefined, null, 'text', 5, [], {}, [null, 5, 'text', []], { fill: null }]) {
      expect(filtersOf({ requests })).toEqual([]);
    }
    expect(filtersOf({})).toEqual([]);
  });

  it('reads or refuses any JSON in the place of requests, queries and fields', () => {
    const field = fc.constantFrom(
      ...[
        'q',
        'queries',
        'query',
        'search',
        'query_string',
        'data_source',
        'log_query',
        'process_query',
        'filter_by',
        'tag_filters',
        'service',
        'env',
      ],
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(
          null,
          true,
          5,
          '',
          'logs',
          'process',
          'apm_resource_stats',
          'avg:a{b:c}',
          'service:a',
        ),
        fc.dictionary(field, tie('value'), { maxKeys: 4, noNullPrototype: true }),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (requests) => {
        for (const filter of unlessRefused(() => filtersOf({ requests })) ?? [])
          expect(filter).toHaveProperty('kind');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a widget draws', () => {
  const metric = (name: string, query = `avg:a{service:${name}}`) => ({
    data_source: 'metrics',
    name,
    query,
  });
  const names = (request: object) =>
    drawnQueries({ requests: [request] }).map(({ filter }) => (filter as any).value);

  it.each([
    [['a'], ['a']],
    [['a / b'], ['a', 'b']],
    [
      ['b', 'a'],
      ['a', 'b'],
    ],
    [['100 * (1 - default_zero(b) / ab)'], ['b', 'ab']],
    [["top(ab, 5, 'a', 'desc')"], ['ab']],
    [["forecast(a, 'linear', 1, b='1w')"], ['a']],
    [['a(b)'], ['b']],
    [['a1'], []],
    [['5'], []],
    [[], ['a', 'b', 'ab']],
  ])('of the queries a, b and ab by the formulas %j are %j', (formulas, drawn) => {
    const request = {
      queries: ['a', 'b', 'ab'].map((name) => metric(name)),
      formulas: formulas.map((formula) => ({ formula })),
    };
    expect(names(request)).toEqual(drawn);
  });

  it('are not those of an event overlay', () => {
    const events = { data_source: 'events', name: 'b', search: { query: 'source:deploy service:b' } };
    const requests = [
      { queries: [metric('a')], display_type: 'line' },
      { queries: [events], display_type: 'overlay' },
    ];
    expect(filtersOf({ requests })).toEqual([parseScope('service:a')]);
  });

  it('is not known where a formula can not be read', () => {
    expect(() => names({ queries: [metric('a')], formulas: [{ formula: "top(a, 'x)" }] })).toThrow(
      QueryError,
    );
  });

  it.each([
    ['metrics', { query: 'avg:a{*} by {host}' }, ['host']],
    [
      'logs',
      { group_by: [{ facet: 'service', limit: 10 }, { facet: '@http.url' }] },
      ['service', '@http.url'],
    ],
    ['spans', { group_by: { fields: ['service', 'env'], limit: 5 } }, ['service', 'env']],
    ['apm_resource_stats', { service: 'a', group_by: ['resource_name'] }, ['resource_name']],
    ['apm_metrics', { group_by: ['service'] }, ['service']],
    ['rum', { group_by: [] }, []],
  ])('has of a query of %s the groups that it names: %j', (source, query, groups) => {
    const [drawn] = drawnQueries({ requests: [{ queries: [{ data_source: source, name: 'a', ...query }] }] });
    expect(drawn).toMatchObject({ source, groups });
  });

  it('has the groups that its formulas keep', () => {
    const queries = [metric('a', 'avg:m{*} by {host,env}')];
    const groupsBy = (...formulas: string[]) =>
      drawnQueries({ requests: [{ queries, formulas: formulas.map((formula) => ({ formula })) }] })[0].groups;
    expect(groupsBy('a')).toEqual(['host', 'env']);
    expect(groupsBy('sum(a, {env})')).toEqual(['env']);
    expect(groupsBy('a', 'sum(a, {env})')).toEqual(['env']);
    expect(groupsBy('100 * count_not_null(a)')).toEqual([]);
    expect(groupsBy('a', 'count_nonzero_finite(a)')).toEqual([]);
    expect(groupsBy('sum(a, {host, env})', 'sum(a, {env, zone})')).toEqual(['env']);
    const both = [...queries, metric('b', 'avg:n{*} by {host,env}')];
    const formulas = [{ formula: 'a / sum(b, {env})' }];
    const drawn = drawnQueries({ requests: [{ queries: both, formulas }] });
    expect(drawn.map(({ groups }) => groups)).toEqual([['host', 'env'], ['env']]);
  });

  it.each<[string, object, [string, number][] | undefined]>([
    ['a facet', { group_by: [{ facet: 'service', limit: 2 }] }, [['service', 2]]],
    [
      'several facets',
      { group_by: [{ facet: 'service', limit: 2 }, { facet: 'host' }] },
      [
        ['service', 2],
        ['host', Infinity],
      ],
    ],
    ['a facet as text', { group_by: [{ facet: 'service', limit: '2' }] }, [['service', 2]]],
    [
      'a facet that Terraform fills in',
      { group_by: [{ facet: 'service', limit: '${n}' }] },
      [['service', 0]],
    ],
    ['one field', { group_by: { fields: ['service'], limit: 5 } }, [['service', 5]]],
    [
      'fields that Terraform fills in',
      { group_by: { fields: ['service'], limit: '${n}' } },
      [['service', 0]],
    ],
    ['several fields', { group_by: { fields: ['service', 'env'], limit: 5 } }, []],
    ['no groups', { group_by: [] }, undefined],
    ['groups without limit', { group_by: [{ facet: 'service' }] }, undefined],
  ])('has room for as many groups as the limit of %s says', (_, query, room) => {
    const queries = [{ data_source: 'logs', name: 'a', ...query }];
    const older = { log_query: { index: '*', ...query } };
    for (const request of [{ queries }, older]) {
      const [drawn] = drawnQueries({ requests: [request] });
      expect(drawn.room && [...drawn.room]).toEqual(room);
    }
  });

  it.each(['distribution', 'heatgrid', 'heatmap', 'query_value'])(
    'is all groups together in a %s',
    (type) => {
      const [drawn] = drawnQueries({ type, requests: [{ q: 'avg:a{*} by {host}' }] });
      expect(drawn.together).toBe(true);
    },
  );

  it('is the same object where scopes and groups are the same, and nothing is added', () => {
    const drawn = (name: string, formula = 'a') =>
      drawnQueries({
        requests: [{ queries: [metric('a', `avg:${name}{env:same} by {host}`)], formulas: [{ formula }] }],
      })[0];
    expect(drawn('m')).toBe(drawn('other.metric'));
    expect(drawn('m', '100 * a')).toBe(drawn('m'));
    expect(drawn('m', 'top5_mean(a)')).not.toBe(drawn('m'));
    expect(drawn('m', 'top5_mean(a)')).toBe(drawn('n', 'top5_max(a)'));
    expect(drawn('m', 'top5_mean(a)')).not.toBe(drawn('m', 'top6_mean(a)'));
    expect(drawn('m', 'sum(a, {host})')).toBe(drawn('n', 'max(a, {host})'));
    expect(drawn('m', 'sum(a, {host})')).not.toBe(drawn('m', 'sum(a, {env})'));
    const queries = [metric('a', 'avg:m{env:same} by {host}')];
    expect(drawnQueries({ requests: [{ queries }] })[0]).toBe(drawn('m'));
    expect(drawnQueries({ requests: [{ queries, sort: { order_by: [] } }] })[0]).toBe(drawn('m'));
  });

  it('is not known where Terraform puts in a formula', () => {
    const drawn = (...formulas: string[]) =>
      drawnQueries({
        requests: [{ queries: [metric('a')], formulas: formulas.map((formula) => ({ formula })) }],
      });
    expect(drawn('${factor} * a')).toHaveLength(1);
    expect(drawn('a', '100')).toHaveLength(1);
    expect(() => drawn('a', '${formula}')).toThrow('Only Terraform knows what this will be, at character 1');
    expect(() => drawn('a', '${formula}')).toThrow(expect.objectContaining({ isMistake: false }));
  });

  it('is all of the queries where no formula is text', () => {
    const request = { queries: [metric('a'), metric('b')], formulas: [{ formula: 5 }, {}, null] };
    expect(names(request)).toEqual(['a', 'b']);
  });

  it('is nothing in a request that is an overlay', () => {
    expect(drawnQueries({ requests: [{ q: 'avg:a{*}', display_type: 'overlay' }] })).toHaveLength(0);
  });

  it.each([
    ['without a limit', {}, undefined],
    ['with a sort that has no limit', { sort: { order_by: [] } }, undefined],
    [
      'with a limit that is no number',
      { sort: { count: null }, formulas: [{ formula: 'a', limit: { count: null } }] },
      undefined,
    ],
    ['sorted', { sort: { count: 5 } }, [['host', 5]]],
    ['with a formula that keeps groups', { formulas: [{ formula: 'sum(a, {host})' }] }, undefined],
    ['with an older query', { q: 'avg:a{*} by {host}', queries: [], limit: 5 }, [['host', 5]]],
    [
      'with an older query and a smaller limit in it',
      { q: "top(avg:a{*} by {host}, 3, 'mean', 'desc')", queries: [], limit: 5 },
      [['host', 3]],
    ],
    [
      'with an older query that has no limit',
      { q: 'avg:a{*} by {host}', queries: [], limit: null },
      undefined,
    ],
    ['of a table with queries', { limit: 5 }, [['host', 5]]],
    ['of a table with formulas', { limit: 5, formulas: [{ formula: 'a' }] }, [['host', 5]]],
    [
      'of a table whose formulas have fewer',
      { limit: 5, formulas: [{ formula: 'top(a, 3)' }] },
      [['host', 3]],
    ],
    ['of a table that is sorted', { limit: 5, sort: { count: 2 } }, [['host', 2]]],
    ['with a number as text', { formulas: [{ formula: 'a', limit: { count: '5' } }] }, [['host', 5]]],
    ['with a number that Terraform fills in', { limit: '${count}' }, [['host', 0]]],
    ['sorted to a number that Terraform fills in', { sort: { count: '${count}' } }, [['host', 0]]],
  ])('has as much room as a request leaves %s', (_, request, room) => {
    const [drawn] = drawnQueries({
      requests: [{ queries: [metric('a', 'avg:m{*} by {host}')], ...request }],
    });
    expect(drawn.room && [...drawn.room]).toEqual(room);
  });

  describe('where one query is subtracted from another', () => {
    const drawn = (...formulas: string[]) =>
      drawnQueries({
        requests: [
          {
            queries: ['a', 'b', 'c'].map((name) => metric(name)),
            formulas: formulas.map((formula) => ({ formula })),
          },
        ],
      }).map(({ filter, isMinuend }) => [printFilter(filter), isMinuend]);

    it.each([
      [['a - b'], [['service:a and (not service:b)', true]]],
      [['a - b', 'a'], [['service:a', undefined]]],
      [['a', 'a - b'], [['service:a', undefined]]],
      [
        ['a - b', 'a - c'],
        [
          ['service:a and (not service:b)', true],
          ['service:a and (not service:c)', true],
        ],
      ],
      [['a - b - c'], [['service:a and (not service:b) and (not service:c)', true]]],
      [
        ['a + c - b'],
        [
          ['service:a and (not service:b)', true],
          ['service:c and (not service:b)', true],
        ],
      ],
      [['a - gone'], [['service:a', undefined]]],
      [['a - week_before(b)'], [['service:a and what is subtracted', true]]],
    ])('is what is left of it: %j', (formulas, expected) => {
      expect(drawn(...formulas)).toEqual(expected);
    });

    it('is in doubt if very many are subtracted', () => {
      const less = (count: number) => {
        const names = Array.from({ length: count }, (_, index) => `b${index}`);
        const request = {
          queries: ['a', ...names].map((name) => metric(name)),
          formulas: [{ formula: ['a', ...names].join(' - ') }],
        };
        return drawnQueries({ requests: [request] }).map(({ filter }) => printFilter(filter));
      };
      const [left] = less(100);
      expect(left).toContain('(not service:b0)');
      expect(left).toContain('(not service:b99)');
      expect(left).not.toContain('what is subtracted');
      expect(less(101)).toEqual(['service:a and what is subtracted']);
    });

    function duration(query: string, aggregation: string): object {
      return { search: { query }, compute: { aggregation, metric: '@duration' } };
    }

    it.each<[string, object, object, boolean]>([
      ['metrics', { query: 'avg:m{service:x}' }, { query: 'avg:m{service:y}' }, true],
      ['metrics', { query: 'max:m{service:x}' }, { query: 'min:m{service:y}' }, false],
      ['metrics', { query: 'avg:m{service:x}' }, { query: 'avg:n{service:y}' }, false],
      ['metrics', { query: 'avg:m{service:x}' }, { query: 'avg:n{service:y} + avg:m{service:y}' }, true],
      ['logs', { search: { query: 'service:x' } }, { search: { query: 'service:y' } }, true],
      ['spans', duration('service:x', 'pc95'), duration('service:y', 'pc95'), true],
      ['spans', duration('service:x', 'pc95'), duration('service:y', 'pc50'), false],
      [
        'process',
        { metric: 'cpu', aggregator: 'max', tag_filters: ['service:x'] },
        { metric: 'cpu', aggregator: 'min', tag_filters: ['service:y'] },
        false,
      ],
      [
        'logs',
        { search: { query: 'service:x' } },
        { data_source: 'rum', search: { query: 'service:y' } },
        false,
      ],
      [
        'logs',
        { search: { query: 'service:x' } },
        { data_source: 'metrics', query: 'avg:logs{service:y}' },
        false,
      ],
      ['apm_resource_stats', { service: 'x', stat: 'hits' }, { service: 'y', stat: 'hits' }, true],
      ['apm_resource_stats', { service: 'x', stat: 'hits' }, { service: 'y', stat: 'errors' }, false],
      ['slo', { slo_id: '1', measure: 'good' }, { slo_id: '1', measure: 'good' }, true],
      ['slo', { slo_id: '1', measure: 'good' }, { slo_id: '2', measure: 'good' }, false],
      [
        'process',
        { metric: 'cpu', tag_filters: ['service:x'] },
        { metric: 'cpu', tag_filters: ['service:y'] },
        true,
      ],
      [
        'process',
        { metric: 'cpu', tag_filters: ['service:x'] },
        { metric: 'mem', tag_filters: ['service:y'] },
        false,
      ],
      [
        'product_analytics_extended',
        { query: { search: { query: 'service:x' } } },
        { query: { search: { query: 'service:y' } } },
        true,
      ],
      ['service_map', { service: 'x' }, { service: 'y' }, false],
      ['metrics', {}, { query: 'avg:m{service:y}' }, false],
      ['metrics', {}, {}, false],
      [
        'process',
        { tag_filters: ['service:x'] },
        { data_source: 'logs', search: { query: 'service:y' } },
        false,
      ],
    ])('takes it away of the same values only: %s of %j and %j', (source, one, other, isSame) => {
      const queries = [one, other].map((query, index) => ({
        data_source: source,
        name: 'ab'[index],
        ...query,
      }));
      const [{ filter }] = drawnQueries({ requests: [{ queries, formulas: [{ formula: 'a - b' }] }] });
      const taken = (filter as any).of.slice(1).map(({ kind }: Filter) => kind);
      expect(taken.length > 0 && taken.every((kind: string) => kind === 'not')).toBe(isSame);
    });
  });

  it('is of another organization if the query says so', () => {
    const foreign = { ...metric('a'), cross_org_uuids: ['6434abde-0000-0000-0000-123456789abc'] };
    const own = { ...metric('b'), cross_org_uuids: [] };
    const later = { ...metric('c'), cross_org_uuids: '${organizations}' };
    const drawn = drawnQueries({ requests: [{ queries: [foreign, own, later] }] });
    expect(drawn.map(({ isForeign }) => isForeign)).toEqual([true, undefined, true]);
  });

  it('has groups in the older forms too', () => {
    const log = { index: '*', search: { query: '' }, group_by: [{ facet: 'host' }] };
    expect(drawnQueries({ requests: [{ log_query: log }] })).toMatchObject([
      { source: 'logs', groups: ['host'] },
    ]);
    const stats = { service: 'cart', env: 'prod', primary_tag: 'region:eu', row_type: 'service' };
    expect(drawnQueries({ requests: [{ apm_stats_query: stats }] })[0].filter).toEqual({
      kind: 'and',
      of: [parseSearch('service:cart'), parseSearch('env:prod'), parseScope('region:eu')],
    });
  });
});
