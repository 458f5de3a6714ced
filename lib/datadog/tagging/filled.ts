import { isObject, JsonObject } from '../../json/value';
import { drawnQueries } from '../query/requests';
import { QueryError } from '../query/filter';
import { InstanceRules } from './instance-rules';
import { ShownInstances, shownInstances, SHOWS_NOTHING } from './shown-instances';
import { Variables } from './variables';

/**
 * The instances that a widget shows, if Datadog fills in some of the values: those of variables, or of the
 * clicked line. Other widgets, and those with queries that can't be read, show nothing here.
 */
export function shownIfFilled(
  definition: JsonObject,
  rules: InstanceRules,
  variables: Variables,
): ShownInstances {
  if (!mayFill(definition, rules)) return SHOWS_NOTHING;
  try {
    return shownInstances(drawnQueries(definition), rules, variables);
  } catch (error) {
    if (error instanceof QueryError) return SHOWS_NOTHING;
    throw error;
  }
}

/** The beginning of a grouping. */
const GROUPING = /\bby\s*\{/i;

/**
 * Whether Datadog may fill in a value. This is quicker than reading the queries: there are many graphs, and in most
 * of them it fills in nothing.
 */
export function mayFill({ requests }: JsonObject, rules: InstanceRules): boolean {
  if (!Array.isArray(requests)) return true;
  return requests.some((request: unknown) => {
    const queries = isObject(request) ? request.queries : undefined;
    return !Array.isArray(queries) || queries.some((query) => mayFollow(query, rules));
  });
}

function mayFollow({ data_source: source, query }: JsonObject, rules: InstanceRules): boolean {
  if (source !== 'metrics' || typeof query !== 'string' || query.includes('$')) return true;
  const grouping = query.search(GROUPING);
  if (grouping < 0) return false;
  for (const tag of rules.keys()) if (query.includes(tag, grouping)) return true;
  return false;
}
