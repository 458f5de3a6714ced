import { isObject, JsonObject } from '../../../json/value';
import { EVERYTHING, Filter } from '../filter';
import { Recent } from '../recent';
import { parseSearch } from '../search';
import { facetsOf } from './fields';
import { QuerySource } from './source';

const SEARCHES = new Recent(parseSearch);

/**
 * Logs, spans, RUM events and all else that is searched for.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (the data sources of event queries, the list streams, and
 * the fields of the older requests)
 */
export const EVENTS: QuerySource = {
  dataSources: [],
  olderFields: {
    log_query: 'logs',
    apm_query: 'spans',
    rum_query: 'rum',
    event_query: 'events',
    network_query: 'network',
    security_query: 'security_signals',
    audit_query: 'audit',
    profile_metrics_query: 'profiles',
  },
  read: (query, source) => [{ filter: searchFilter(query), source, groups: facetsOf(query) }],
};

/** The filter of the search of a query. That of a list stream is its `query_string`. */
export function searchFilter({ search, query_string: queryString }: JsonObject): Filter {
  const text = isObject(search) && typeof search.query === 'string' ? search.query : queryString;
  return typeof text === 'string' ? SEARCHES.of(text) : EVERYTHING;
}
