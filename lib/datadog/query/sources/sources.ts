import { isObject, JsonObject } from '../../../json/value';
import { DrawnQuery } from '../drawn-query';
import { QueryError } from '../filter';
import { APM } from './apm';
import { EVENTS } from './events';
import { JOURNEYS } from './journeys';
import { MAPS } from './maps';
import { METRICS } from './metrics';
import { PROCESSES } from './processes';
import { SLO } from './slo';
import { QuerySource } from './source';

/** All families of queries. */
const SOURCES: readonly QuerySource[] = [METRICS, EVENTS, APM, SLO, PROCESSES, MAPS, JOURNEYS];

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
 * @throws QueryError if it does not follow its syntax, or its source is not known
 */
export function readQuery(query: JsonObject): readonly DrawnQuery[] {
  const name = nameOf(query);
  return ofAccount(query, sourceNamed(name).read(query, name));
}

/**
 * Whether two queries may be of the same values, so that one can take something away from the other.
 *
 * @throws QueryError if one does not follow its syntax
 */
export function haveSameValues(one: JsonObject, other: JsonObject): boolean {
  const source = sourceNamed(nameOf(one));
  if (source !== sourceNamed(nameOf(other))) return false;
  const values = source.valuesOf(one);
  return source.valuesOf(other).some((value) => values.includes(value));
}

function nameOf({ data_source: name }: JsonObject): string {
  return typeof name === 'string' ? name : 'metrics';
}

function sourceNamed(name: string): QuerySource {
  const source = BY_NAME.get(name);
  if (!source) throw new QueryError(`Nothing is known of the data source "${name}"`);
  return source;
}

/** The instances of another organization are not those of this account. */
function ofAccount(
  { cross_org_uuids: organizations }: JsonObject,
  drawn: readonly DrawnQuery[],
): readonly DrawnQuery[] {
  const isForeign =
    (Array.isArray(organizations) || typeof organizations === 'string') && organizations.length > 0;
  return isForeign ? drawn.map((query) => ({ ...query, isForeign })) : drawn;
}

/**
 * What the queries of the older form in a request select.
 *
 * @throws QueryError if one does not follow its syntax
 */
export function readOlderQueries(request: JsonObject): DrawnQuery[] {
  const drawn: DrawnQuery[] = [];
  for (const [field, source, name] of OLDER_FIELDS) {
    const query = request[field];
    if (typeof query === 'string') drawn.push(...source.read({ query }, name));
    else if (isObject(query)) drawn.push(...ofAccount(query, source.read(query, name)));
  }
  return drawn;
}
