import { BadInput, oneOf } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { knownObjects, knownTexts } from '../../terraform/known-list';
import { hasToken } from '../../terraform/tokens';
import { checkQuery } from '../query/balance';
import { readable } from '../query/readable';
import { parseSearch } from '../query/search';
import { checkWord } from './check-word';
import { WidgetAggregation, WidgetDataSource } from './query-words';

/**
 * A query of a widget.
 *
 * @internal
 */
export interface WidgetQuery {
  /**
   * The query of a metric, for example `avg:kubernetes.memory.usage{kube_deployment:cartservice}`, or the
   * search of logs, spans and other events, for example `service:cartservice status:error`.
   */
  readonly query: string;
  /**
   * The name of the query in formulas: letters, digits and `_`, with no digit first.
   * @default - `query1`, `query2`, … by position
   */
  readonly name?: string;
  /**
   * The data source, by a word of `WidgetDataSource`: `metrics`, `cloud_cost`, or events: `logs`, `spans`,
   * `rum`, `network`, `security_signals`, `profiles`, `audit`, `events`, `ci_tests`, `ci_pipelines`. For
   * other sources pass a `definition`.
   * @default metrics
   */
  readonly dataSource?: string;
  /**
   * For events, the aggregation, by a word of `WidgetAggregation`: `count`, `cardinality`, `median`, `pc75`,
   * `pc90`, `pc95`, `pc98`, `pc99`, `sum`, `min`, `max` or `avg`.
   * @default count
   */
  readonly aggregation?: string;
  /**
   * For events, the measure or facet to aggregate, for example `@duration`. Only `count` works without one.
   * @default - none
   */
  readonly measure?: string;
  /**
   * For events, the facets to group by, for example `service`. A metric query groups by `by {…}`.
   * @default - none
   */
  readonly groupBy?: string[];
}

const DATA_SOURCES = Object.values(WidgetDataSource);
const METRIC_SOURCES = [WidgetDataSource.METRICS, WidgetDataSource.CLOUD_COST];
const EVENT_SOURCES = DATA_SOURCES.filter((source) => !METRIC_SOURCES.includes(source));
const AGGREGATIONS = Object.values(WidgetAggregation);

/**
 * The queries in Datadog's JSON.
 *
 * @throws BadInput if a query is invalid, or two have the same name
 */
export function queriesOf({
  query,
  queries,
}: {
  readonly query?: string;
  readonly queries?: readonly WidgetQuery[];
}): JsonObject[] {
  if (query !== undefined) {
    checkQuery('query', query);
    return [{ data_source: 'metrics', name: 'query1', query }];
  }
  const all = knownObjects('queries', queries);
  if (all.length === 0) {
    throw new BadInput('queries', queries, 'is an empty list', 'Give at least one query');
  }
  const names = new Set<string>();
  return all.map((one, index) => {
    const what = `queries[${index}]`;
    const { name = `query${index + 1}` } = one;
    checkName(`${what}.name`, name, names);
    return queryOf(what, name, one);
  });
}

function checkName(what: string, name: string, taken: Set<string>): void {
  if (taken.has(name)) {
    throw new BadInput(what, name, 'is the name of two queries', 'Give each its own name');
  }
  if (typeof name !== 'string' || !/^[A-Za-z_]\w*$/.test(name)) {
    throw new BadInput(
      what,
      name,
      'is not a name, and a formula would read it as something else',
      'Use letters, digits and "_", as in "errors_5xx"',
    );
  }
  taken.add(name);
}

function queryOf(
  what: string,
  name: string,
  { query, dataSource = 'metrics', ...of }: WidgetQuery,
): JsonObject {
  oneOf(`${what}.dataSource`, dataSource, DATA_SOURCES);
  if (EVENT_SOURCES.includes(dataSource)) {
    return eventQuery(what, name, dataSource, query, of);
  }
  const beside = (['aggregation', 'measure', 'groupBy'] as const).find((option) => of[option] !== undefined);
  if (beside !== undefined) {
    throw new BadInput(
      `${what}.${beside}`,
      of[beside],
      `is for events, and a query of ${dataSource} contains it`,
      'Write it as in "avg:system.load.1{*} by {host}"',
    );
  }
  checkQuery(`${what}.query`, query);
  return { data_source: dataSource, name, query };
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/ (`search`, `compute` and `group_by` of event queries) */
function eventQuery(
  what: string,
  name: string,
  dataSource: string,
  query: string,
  { aggregation = 'count', measure, groupBy }: Pick<WidgetQuery, 'aggregation' | 'measure' | 'groupBy'>,
): JsonObject {
  checkSearch(`${what}.query`, query);
  checkWord(`${what}.aggregation`, aggregation, AGGREGATIONS);
  if (aggregation !== 'count' && measure === undefined) {
    throw new BadInput(
      `${what}.measure`,
      measure,
      `is not given, but ${aggregation} needs one`,
      'Name it, as in "@duration"',
    );
  }
  return {
    data_source: dataSource,
    name,
    search: { query },
    indexes: ['*'],
    compute: { aggregation, ...(measure === undefined ? {} : { metric: measure }) },
    group_by: knownTexts(`${what}.groupBy`, groupBy).map((facet) => ({
      facet,
      limit: 10,
      sort: { aggregation, order: 'desc', ...(measure === undefined ? {} : { metric: measure }) },
    })),
  };
}

function checkSearch(what: string, search: string): void {
  if (typeof search !== 'string') {
    throw new BadInput(what, search, 'is not text', 'Pass a search such as "service:cart", or "*" for all');
  }
  if (hasToken(search)) return;
  readable(what, search, "can't be read", 'Write it as in the Logs Explorer', () => parseSearch(search));
}
