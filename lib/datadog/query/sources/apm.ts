import { JsonObject } from '../../../json/value';
import { EVERYTHING, Filter } from '../filter';
import { all, fieldFilter, groupsOf, scopeFilter } from './fields';
import { QuerySource } from './source';

/**
 * Statistics of APM: of resources, of dependencies, and its metrics. The older form writes the primary tag as
 * `key:value`.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (the APM queries)
 */
export const APM: QuerySource = {
  dataSources: ['apm_resource_stats', 'apm_dependency_stats', 'apm_metrics'],
  olderFields: { apm_stats_query: 'spans' },
  read: (query, source) => [{ filter: filterOf(query), source, ...groupsOf(query) }],
  valuesOf: ({ data_source: source, stat }) => [`${String(source)} ${String(stat)}`],
};

function filterOf(query: JsonObject): Filter {
  const { service, env, primary_tag: tag, query_filter: filter } = query;
  return all(
    fieldFilter('service', service),
    fieldFilter('env', env),
    primaryTagOf(query),
    scopeFilter(tag),
    scopeFilter(filter),
  );
}

function primaryTagOf({ primary_tag_name: name, primary_tag_value: value }: JsonObject): Filter {
  return typeof name === 'string' ? fieldFilter(name, value) : EVERYTHING;
}
