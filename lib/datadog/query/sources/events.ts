import { isObject, JsonObject } from '../../../json/value';
import { DrawnQuery } from '../drawn-query';
import { EVERYTHING, Filter } from '../filter';
import { Recent } from '../recent';
import { parseSearch } from '../search';
import { groupsOf, valuesOfEvents } from './fields';
import { QuerySource } from './source';

const SEARCHES = new Recent(parseSearch);

/** By source, search and groups. The same queries are the same object. */
const DRAWN = new Recent((json): readonly DrawnQuery[] => {
  const [source, search, groups] = JSON.parse(json);
  return [{ filter: SEARCHES.of(search), source, ...groupsOf({ group_by: groups }) }];
});

/**
 * Logs, spans, RUM events and all else that is searched for.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (the data sources of event queries, the list streams, and
 * the fields of the older requests)
 */
export const EVENTS: QuerySource = {
  dataSources: [
    'logs',
    'spans',
    'network',
    'rum',
    'security_signals',
    'profiles',
    'audit',
    'events',
    'ci_tests',
    'ci_pipelines',
    'incident_analytics',
    'product_analytics',
    'on_call_events',
    'errors',
    'llm_observability',
    'app_sec_events',
    'database_queries',
    'network_device_flows',
    'network_path',
    // The streams of lists, which maps show as well.
    'logs_stream',
    'audit_stream',
    'ci_pipeline_stream',
    'ci_test_stream',
    'rum_issue_stream',
    'apm_issue_stream',
    'trace_stream',
    'logs_issue_stream',
    'logs_pattern_stream',
    'logs_transaction_stream',
    'event_stream',
    'rum_stream',
    'llm_observability_stream',
    'issue_stream',
    'security_runtime_stream',
    'security_signals_stream',
    'incidents_stream',
  ],
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
  read: (query, source) => DRAWN.of(JSON.stringify([source, searchIn(query) ?? '', query.group_by])),
  valuesOf: valuesOfEvents,
};

/** The filter of the search of a query. That of a list stream is its `query_string`. */
export function searchFilter(query: JsonObject): Filter {
  const text = searchIn(query);
  return text === undefined ? EVERYTHING : SEARCHES.of(text);
}

function searchIn({ search, query_string: queryString }: JsonObject): string | undefined {
  const text = isObject(search) && typeof search.query === 'string' ? search.query : queryString;
  return typeof text === 'string' ? text : undefined;
}
