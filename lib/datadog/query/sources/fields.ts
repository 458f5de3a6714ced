import { isObject, JsonObject } from '../../../json/value';
import { DrawnQuery } from '../drawn-query';
import { EVERYTHING, Filter } from '../filter';
import { limitOf, roomOf } from '../ranking';
import { filterOfValue } from '../reader';
import { parseScope } from '../scope';
import { parseSearch } from '../search';

/** The filter for which all of the filters must be true. */
export function all(...of: readonly Filter[]): Filter {
  return { kind: 'and', of: of.filter((one) => one !== EVERYTHING) };
}

/** The filter of a field with one value, such as the service of an APM query. */
export function fieldFilter(key: string, value: unknown): Filter {
  return typeof value === 'string' && value !== '' ? filterOfValue(key, value) : EVERYTHING;
}

/** The filter of a field that is written like the scope of a metric query. */
export function scopeFilter(filter: unknown): Filter {
  return typeof filter === 'string' ? parseScope(filter) : EVERYTHING;
}

/** The filter of a list of searches, each often only a `key:value`. All of them must be true. */
export function tagsFilter(tags: unknown): Filter {
  if (!Array.isArray(tags)) return EVERYTHING;
  return all(...tags.filter((tag): tag is string => typeof tag === 'string').map(parseSearch));
}

/** The values of a query of events: what it computes of them, such as `pc95 @duration`. */
export function valuesOfEvents({ data_source: source, compute }: JsonObject): string[] {
  const computed = isObject(compute) ? `${String(compute.aggregation)} ${String(compute.metric)}` : '';
  return [`${String(source)} ${computed}`];
}

/** The groups of a query, and what is certainly drawn of them. */
export type Groups = Pick<DrawnQuery, 'groups' | 'room'>;

/**
 * The facets that a query is grouped by: names, objects with one name each, or an object with a list. An object may limit
 * the number of groups. Where several facets have a limit each, there is room for that many values of each.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`group_by` of event queries, "number of groups to return")
 */
export function groupsOf({ group_by: groupBy }: JsonObject): Groups {
  if (isObject(groupBy)) {
    const groups = textsIn(groupBy.fields);
    const limit = limitOf(groupBy.limit);
    return limit === undefined ? { groups } : { groups, room: roomOf(groups, limit) };
  }
  const list: unknown[] = Array.isArray(groupBy) ? groupBy : [];
  const facets = list.map((group) => (isObject(group) ? group : { facet: group }));
  const limits = facets.flatMap(({ facet, limit }): [string, number][] => {
    const count = limitOf(limit);
    return typeof facet === 'string' && count !== undefined ? [[facet, count]] : [];
  });
  const groups = textsIn(facets.map(({ facet }) => facet));
  if (limits.length === 0) return { groups };
  return { groups, room: new Map([...groups.map((facet) => [facet, Infinity] as const), ...limits]) };
}

function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}
