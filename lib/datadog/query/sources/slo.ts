import { groupsOf, scopeFilter } from './fields';
import { QuerySource } from './source';

/**
 * Measures of an SLO.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`additional_query_filters` of an SLO query)
 */
export const SLO: QuerySource = {
  dataSources: ['slo'],
  olderFields: {},
  read: (query, source) => [
    { filter: scopeFilter(query.additional_query_filters), source, ...groupsOf(query) },
  ],
  valuesOf: ({ slo_id: id, measure }) => [`${String(id)} ${String(measure)}`],
};
