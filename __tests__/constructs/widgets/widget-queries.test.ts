import {
  RookoutDashboard,
  RookoutQueryValue,
  RookoutTimeseries,
  TimeseriesQuery,
  WidgetDataSource,
} from '../../../lib';
import { unknownToDatadog } from '../../support/datadog-client';
import { newStack } from '../../support/stack';

const HITS = 'sum:trace.http.request.hits{service:cart}.as_count()';
const ERRORS = 'sum:trace.http.request.errors{service:cart}.as_count()';

function graph(queries: TimeseriesQuery[], formulas?: string[]): any {
  const given = formulas?.map((formula) => ({ formula }));
  const props = { service: 'cart', queries, formulas: given };
  return new RookoutTimeseries(newStack(), 'Graph', props).definition.requests[0];
}

describe('queries of events', () => {
  const board = () => new RookoutDashboard(newStack(), 'Board', { overview: false });

  it("have Datadog's form", () => {
    const [count, slow] = graph([
      { dataSource: 'logs', query: 'service:cart status:error', groupBy: ['service'] },
      { dataSource: 'spans', query: 'service:cart', aggregation: 'pc95', measure: '@duration' },
    ]).queries;
    expect(count).toEqual({
      data_source: 'logs',
      name: 'query1',
      search: { query: 'service:cart status:error' },
      indexes: ['*'],
      compute: { aggregation: 'count' },
      group_by: [{ facet: 'service', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
    });
    expect(slow).toMatchObject({ name: 'query2', compute: { aggregation: 'pc95', metric: '@duration' } });
  });

  const metrics = [WidgetDataSource.METRICS, WidgetDataSource.CLOUD_COST];
  const events = Object.values(WidgetDataSource).filter((source) => !metrics.includes(source));
  it.each(events)("are read by Datadog's client: %s", (dataSource) => {
    const dashboard = board();
    const queries = [{ dataSource, query: 'service:cart', groupBy: ['service'] }];
    dashboard.addTimeseries({ service: 'cart', queries });
    dashboard.addQueryValue({ service: 'cart', queries });
    expect(unknownToDatadog(dashboard.toJson())).toEqual([]);
  });

  it('follow the line that is clicked', () => {
    const queries = [{ dataSource: 'logs', query: 'env:prod', groupBy: ['service'] }];
    const { title, link } = new RookoutTimeseries(board(), 'Logs', { subject: 'Logs', queries });
    expect(title).toBe('Logs [env:prod]');
    expect(link).toContain('service%3A{{service.value}}%2Cenv%3Aprod');
  });

  it.each<[Partial<TimeseriesQuery>, string]>([
    [{ dataSource: 'apm_resource_stats' }, 'queries[0].dataSource: "apm_resource_stats" is not known'],
    [{ dataSource: 'metrix' }, 'queries[0].dataSource: "metrix" is not known'],
    [{ dataSource: 'logs', query: '*', aggregation: 'mean' }, 'queries[0].aggregation: "mean" is not known'],
    [{ dataSource: 'logs', query: '*', aggregation: 'avg' }, 'queries[0].measure: undefined is not given'],
    [{ dataSource: 'logs', query: 'service:(cart' }, 'queries[0].query: "service:(cart" can\'t be read'],
    [{ dataSource: 'logs', query: 5 as never }, 'queries[0].query: 5 is not text'],
    [
      { dataSource: 'logs', query: '*', groupBy: 'host' as never },
      'queries[0].groupBy: "host" is not a list',
    ],
    [{ dataSource: 'logs', query: '*', groupBy: [null as never] }, 'queries[0].groupBy[0]: null is not text'],
    [{ groupBy: ['host'] }, 'queries[0].groupBy: ["host"] is for events'],
    [{ aggregation: 'sum' }, 'queries[0].aggregation: "sum" is for events'],
  ])('are refused: %j', (query, message) => {
    expect(() => graph([{ query: HITS, ...query }])).toThrow(message);
  });

  it('take no aggregator, which is for metrics', () => {
    const queries = [{ dataSource: 'logs', query: '*', aggregator: 'sum' }];
    expect(() => new RookoutQueryValue(newStack(), 'Value', { service: 'cart', queries })).toThrow(
      'queries[0].aggregator: "sum" is for metrics',
    );
  });
});

describe('formulas', () => {
  const queries = [
    { name: 'errors', query: ERRORS },
    { name: 'hits', query: HITS },
  ];

  it.each([
    'errors / hits * 100',
    'default_zero(errors) / hits',
    "top(errors, 5, 'mean', 'desc')",
    "anomalies(errors, 'agile', 2) + 1e3",
  ])('take %s', (formula) => {
    expect(graph(queries, [formula]).formulas).toEqual([{ formula }]);
  });

  it.each<[string[], string]>([
    [[], 'formulas: [] is an empty list'],
    [['errors', ''], 'formulas[1].formula: "" is empty'],
    [['query1'], 'formulas[0].formula: "query1" names "query1", which is not a query of the widget'],
    [['errors10'], 'names "errors10"'],
    [['100 * 2'], 'formulas[0].formula: "100 * 2" names no query'],
    [["top(errors, 'mean)"], "can't be read"],
  ])('are refused: %j', (formulas, message) => {
    expect(() => graph(queries, formulas)).toThrow(message);
  });

  it.each(['errors-5xx', '5xx', 'a b', '', 'a.b'])(
    'would read %j as something else, so it names no query',
    (name) => {
      expect(() => graph([{ name, query: ERRORS }])).toThrow(
        `queries[0].name: ${JSON.stringify(name)} is not a name`,
      );
    },
  );
});

describe('queries of metrics', () => {
  it.each([
    'avg:a{env:prod AND service IN (cart, pay)}',
    'avg:a{env:prod,!region:us}',
    "top(avg:a{*} by {host}, 5, ')', 'desc')",
    'avg:a{NOT env:prod}',
    'avg:a{service:not-in-use,name:and}',
  ])('may be %s', (query) => {
    expect(graph([{ query }]).queries[0].query).toBe(query);
  });

  it.each(['avg:a{env:prod AND !region:us}', 'avg:a{env:prod, NOT region:us}', 'avg:a{env:prod AND}'])(
    'are refused where words and signs are mixed, or one is missing: %s',
    (query) => {
      expect(() => graph([{ query }])).toThrow('has a scope that Datadog does not accept');
    },
  );
});
