import { isObject, JsonObject } from '../../json/value';
import { drawnQueries } from '../query/drawn-queries';
import { QueryError } from '../query/filter';
import { InstanceRules, ShownInstances, shownInstances } from './instances';
import { Variables } from './variables';

const NOTHING: ShownInstances = { labels: [], filled: new Map() };

/**
 * The instances that a widget shows, if Datadog fills in some of the values: those of variables, or of the
 * clicked line. Other widgets, and those with queries that can't be read, show nothing here.
 */
export function shownBy(definition: JsonObject, rules: InstanceRules, variables: Variables): ShownInstances {
  if (!mayFill(definition, rules)) return NOTHING;
  try {
    return shownInstances(drawnQueries(definition), rules, variables);
  } catch (error) {
    if (error instanceof QueryError) return NOTHING;
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
    if (found[1].split(',').some((tag) => rules.has(tag.trim()))) return true;
  }
  return false;
}
