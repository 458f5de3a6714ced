import { isObject, JsonObject } from '../../json/value';
import { drawnQueries } from '../query/drawn-queries';
import { QueryError } from '../query/filter';
import { tagsIn } from '../query/grouping';
import { InstanceRules, ShownInstances, shownInstances, SHOWS_NOTHING } from './instances';
import { Variables } from './variables';

/**
 * The instances that a widget shows, if Datadog fills in some of the values: those of variables, or of the
 * clicked line. Other widgets, and those with queries that can't be read, show nothing here.
 */
export function shownBy(definition: JsonObject, rules: InstanceRules, variables: Variables): ShownInstances {
  if (!mayFill(definition, rules)) return SHOWS_NOTHING;
  try {
    return shownInstances(drawnQueries(definition), rules, variables);
  } catch (error) {
    if (error instanceof QueryError) return SHOWS_NOTHING;
    throw error;
  }
}

const GROUPS = /\bby\s*\{([^}]*)\}/gi;

/** A quick check, since there are many graphs, and in most of them Datadog fills in nothing. */
function mayFill({ requests }: JsonObject, rules: InstanceRules): boolean {
  if (!Array.isArray(requests)) return true;
  return requests.some((request: unknown) => {
    const queries = isObject(request) ? request.queries : undefined;
    return !Array.isArray(queries) || queries.some((query) => mayFollow(query, rules));
  });
}

function mayFollow({ data_source: source, query }: JsonObject, rules: InstanceRules): boolean {
  if (source !== 'metrics' || typeof query !== 'string' || query.includes('$')) return true;
  GROUPS.lastIndex = 0;
  for (let found = GROUPS.exec(query); found; found = GROUPS.exec(query)) {
    if (tagsIn(found[1]).some((tag) => rules.has(tag))) return true;
  }
  return false;
}
