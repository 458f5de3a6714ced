import { parseSearch } from '../search';
import { all, fieldFilter, tagsFilter } from './fields';
import { QuerySource } from './source';

/**
 * Maps of a service and all that it calls or is called by.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (the service map widget, and the queries of the topology map:
 * "when set, `query_string` replaces the `service` field")
 */
export const MAPS: QuerySource = {
  dataSources: ['service_map', 'data_streams'],
  olderFields: {},
  read: (query, source) => {
    const { service, filters, query_string: search } = query;
    const services =
      typeof search === 'string' && search !== '' ? parseSearch(search) : fieldFilter('service', service);
    return [{ filter: all(services, tagsFilter(filters)), source, groups: [], together: true }];
  },
  valuesOf: () => [],
};
