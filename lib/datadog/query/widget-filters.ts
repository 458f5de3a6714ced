import { isObject, JsonObject } from '../../json/value';
import { EVERYTHING, Filter } from './filter';
import { scopesOf } from './metric-query';
import { filterOfValue } from './reader';
import { parseScope } from './scope';
import { parseSearch } from './search';

/** Fields of a request that hold a search in the older form, `{ search: { query } }`. */
const SEARCH_FIELDS = [
  'log_query',
  'apm_query',
  'rum_query',
  'event_query',
  'network_query',
  'security_query',
  'audit_query',
  'profile_metrics_query',
];

/**
 * What each of a widget's queries narrows its data down to. Queries of kinds that are not known narrow nothing.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/ (the request formats)
 *
 * @throws QueryError where a query does not follow its syntax
 */
export function filtersOf(definition: JsonObject): Filter[] {
  return requestsOf(definition.requests).flatMap(filtersOfRequest);
}

/** Most widgets have a list of requests, some an object with one for each role (`x`, `y`, `fill`, `size`). */
function requestsOf(requests: unknown): JsonObject[] {
  const list = Array.isArray(requests) ? requests : isObject(requests) ? Object.values(requests) : [];
  return list.filter(isObject);
}

function filtersOfRequest(request: JsonObject): Filter[] {
  const filters: Filter[] = [];
  if (typeof request.q === 'string') filters.push(...scopesOf(request.q));
  for (const query of Array.isArray(request.queries) ? request.queries : []) {
    if (isObject(query)) filters.push(...filtersOfQuery(query));
  }
  for (const field of SEARCH_FIELDS) {
    const query = request[field];
    if (isObject(query)) filters.push(searchOf(query));
  }
  if (isObject(request.process_query)) filters.push(tagsOf(request.process_query.filter_by));
  if (isObject(request.query)) filters.push(...filtersOfQuery(request.query));
  return filters;
}

function filtersOfQuery(query: JsonObject): Filter[] {
  if (typeof query.query === 'string' && isMetric(query.data_source)) return scopesOf(query.query);
  switch (query.data_source) {
    case 'apm_resource_stats':
    case 'apm_dependency_stats':
      return [fieldsOf(query, ['service', 'env'])];
    case 'apm_metrics':
      return [{ kind: 'and', of: [fieldsOf(query, ['service']), scopeOf(query.query_filter)] }];
    case 'process':
    case 'container':
      return [tagsOf(query.tag_filters)];
    default:
      return [searchOf(query)];
  }
}

function isMetric(source: unknown): boolean {
  return source === undefined || source === 'metrics' || source === 'cloud_cost';
}

function scopeOf(filter: unknown): Filter {
  return typeof filter === 'string' ? parseScope(filter) : EVERYTHING;
}

function searchOf(query: JsonObject): Filter {
  const { search, query_string: queryString } = query;
  if (isObject(search) && typeof search.query === 'string') return parseSearch(search.query);
  return typeof queryString === 'string' ? parseSearch(queryString) : EVERYTHING;
}

/** Fields that name one value each, such as the service of an APM query. */
function fieldsOf(query: JsonObject, keys: readonly string[]): Filter {
  const of = keys.flatMap((key): Filter[] => {
    const value = query[key];
    return typeof value === 'string' && value !== '' ? [filterOfValue(key, value)] : [];
  });
  return { kind: 'and', of };
}

/** A list of `key:value` that must all hold. */
function tagsOf(tags: unknown): Filter {
  if (!Array.isArray(tags)) return EVERYTHING;
  const of = tags.filter((tag): tag is string => typeof tag === 'string').map(parseSearch);
  return { kind: 'and', of };
}
