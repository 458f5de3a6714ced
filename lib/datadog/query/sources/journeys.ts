import { isObject, JsonObject } from '../../../json/value';
import { EVERYTHING, Filter, QueryError } from '../filter';
import { searchFilter } from './events';
import { groupsOf, valuesOfEvents } from './fields';
import { QuerySource } from './source';

/**
 * Product analytics of RUM events. Journeys, retention and traces are of several searches at once: what they show
 * can't be told.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (the product analytics, user journey and retention queries),
 * and public dashboards for `traces`
 */
export const JOURNEYS: QuerySource = {
  dataSources: [
    'product_analytics_extended',
    'product_analytics_journey',
    'product_analytics_retention',
    'traces',
  ],
  olderFields: {},
  read: (query, source) => {
    if (source !== 'product_analytics_extended') {
      throw new QueryError(`What a query of "${source}" shows of instances can't be told`);
    }
    return [{ filter: nestedFilter(query), source, ...groupsOf(query) }];
  },
  valuesOf: valuesOfEvents,
};

function nestedFilter({ query }: JsonObject): Filter {
  return isObject(query) ? searchFilter(query) : EVERYTHING;
}
