import { isObject, JsonObject } from '../../../json/value';
import { EVERYTHING, Filter } from '../filter';
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

/**
 * The facets that a query is grouped by. They are names, objects with one name each, or an object with a
 * list.
 */
export function facetsOf({ group_by: groupBy }: JsonObject): string[] {
  const groups: unknown = isObject(groupBy) ? groupBy.fields : groupBy;
  return (Array.isArray(groups) ? groups : []).flatMap((group: unknown) => {
    const facet = isObject(group) ? group.facet : group;
    return typeof facet === 'string' ? facet : [];
  });
}
