import { isObject, JsonObject } from '../../../json/value';
import { DrawnQuery } from '../drawn-query';
import { APM } from './apm';
import { EVENTS } from './events';
import { JOURNEYS } from './journeys';
import { METRICS } from './metrics';
import { PROCESSES } from './processes';
import { SLO } from './slo';
import { QuerySource } from './source';

/** All families of queries. */
const SOURCES: readonly QuerySource[] = [METRICS, EVENTS, APM, SLO, PROCESSES, JOURNEYS];

const BY_NAME = new Map(
  SOURCES.flatMap((source) => source.dataSources.map((name) => [name, source] as const)),
);

/** The fields of a request that hold a query in an older form, each with its family and the name of its source. */
const OLDER_FIELDS = SOURCES.flatMap((source) =>
  Object.entries(source.olderFields).map(([field, name]) => [field, source, name] as const),
);

/**
 * What a query selects, for each of the metrics in it. A query that does not name its source is one of metrics.
 *
 * @throws QueryError if it does not follow its syntax
 */
export function readQuery(query: JsonObject): readonly DrawnQuery[] {
  const name = typeof query.data_source === 'string' ? query.data_source : 'metrics';
  return (BY_NAME.get(name) ?? EVENTS).read(query, name);
}

/**
 * What the queries of the older form in a request select.
 *
 * @throws QueryError if one does not follow its syntax
 */
export function readOlderQueries(request: JsonObject): DrawnQuery[] {
  return OLDER_FIELDS.flatMap(([field, source, name]) => {
    const query = request[field];
    if (typeof query === 'string') return source.read({ query }, name);
    return isObject(query) ? source.read(query, name) : [];
  });
}
