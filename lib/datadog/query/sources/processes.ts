import { facetsOf, tagsFilter } from './fields';
import { QuerySource } from './source';

/**
 * Processes and containers.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`tag_filters` of a process query, `filter_by` of the older
 * form) and the provider's `query_filter`
 */
export const PROCESSES: QuerySource = {
  dataSources: ['process', 'container'],
  olderFields: { process_query: 'process' },
  read: (query, source) => {
    const { query_filter: filter, tag_filters: tags, filter_by: older } = query;
    return [{ filter: tagsFilter([filter, tags, older].flat()), source, groups: facetsOf(query) }];
  },
};
