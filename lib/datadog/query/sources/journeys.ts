import { isObject } from '../../../json/value';
import { EVERYTHING } from '../filter';
import { searchFilter } from './events';
import { facetsOf } from './fields';
import { QuerySource } from './source';

/**
 * Product analytics of RUM events.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (the product analytics query)
 */
export const JOURNEYS: QuerySource = {
  dataSources: ['product_analytics_extended'],
  olderFields: {},
  read: (query, source) => [
    {
      filter: isObject(query.query) ? searchFilter(query.query) : EVERYTHING,
      source,
      groups: facetsOf(query),
    },
  ],
};
