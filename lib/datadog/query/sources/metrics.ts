import { JsonObject } from '../../../json/value';
import { DrawnQuery } from '../drawn-query';
import { Filter } from '../filter';
import { metricNames, metricsOf, withoutMetric } from '../metric-query';
import { Recent } from '../recent';
import { QuerySource } from './source';

/** Metrics of containers and of clouds, by the beginning of their names. */
const OF_CLOUD =
  /\b(?:kubernetes(?:_state)?|kube_\w+|openshift|containerd?|cri|crio|docker|podman|ecs|eks|aws|gcp|azure)\./;

const READERS: Readonly<Record<string, Recent<readonly DrawnQuery[]>>> = {
  metrics: readerOf('metrics'),
  cloud_cost: readerOf('cloud_cost'),
};

const NAMES = new Recent(metricNames);

/**
 * Metrics, and costs, which are queried like metrics. Queries with the same scope are the same object.
 *
 * Source: https://docs.datadoghq.com/metrics/#anatomy-of-a-metric-query
 */
export const METRICS: QuerySource = {
  dataSources: Object.keys(READERS),
  olderFields: { q: 'metrics' },
  read: (query, source) =>
    typeof query.query === 'string'
      ? READERS[source].of(query.query)
      : [{ filter: notUnderstood(query), source, groups: [] }],
  valuesOf: ({ query }) => (typeof query === 'string' ? NAMES.of(query) : []),
};

/** A query in parts, as in tables with `rows`: the parts are not documented. */
function notUnderstood({ query: _, ...parts }: JsonObject): Filter {
  return { kind: 'unknown', text: JSON.stringify(parts) };
}

/** What the result of reading a query depends on. */
function keyOf(query: string): string {
  return `${OF_CLOUD.test(query) ? 'cloud' : ''}${withoutMetric(query)}`;
}

function readerOf(source: string): Recent<readonly DrawnQuery[]> {
  const byScope = new Recent((text) => drawnIn(text, source));
  return new Recent((text) => byScope.of(text, keyOf(text)));
}

function drawnIn(text: string, source: string): DrawnQuery[] {
  const isOfCloud = OF_CLOUD.test(text);
  return metricsOf(text).map(({ scope, ...metric }) => ({
    filter: scope,
    source,
    ...metric,
    ...(isOfCloud && { isOfCloud }),
  }));
}
