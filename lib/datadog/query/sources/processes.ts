import { limitOf } from '../ranking';
import { tagsFilter } from './fields';
import { QuerySource } from './source';

/**
 * Processes and containers. A limit may leave out any of them.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`tag_filters`, `text_filter` and `limit` of a process query,
 * `filter_by` and `search_by` of the older form) and the provider's `query_filter`
 */
export const PROCESSES: QuerySource = {
  dataSources: ['process', 'container'],
  olderFields: { process_query: 'process' },
  read: (query, source) => {
    const {
      query_filter: filter,
      tag_filters: tags,
      text_filter: text,
      filter_by: older,
      search_by: word,
    } = query;
    return [
      {
        filter: tagsFilter([filter, tags, text, older, word].flat()),
        source,
        groups: [],
        ...(source === 'container' && { isOfCloud: true }),
        ...(limitOf(query.limit) !== undefined && { room: new Map() }),
      },
    ];
  },
  valuesOf: ({ metric, aggregator }) => [`${String(aggregator)}:${String(metric)}`],
};
