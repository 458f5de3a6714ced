import { Alternative, alternativesOf, Condition, mentions, Vocabulary } from '../query/alternatives';
import { DrawnQuery } from '../query/drawn-query';
import { Room } from '../query/ranking';
import { Variables } from './variables';

/** What a query may show: one alternative of its filter. */
export interface Row extends Alternative {
  /** The groups of the query, if some of its lines are left out. */
  readonly cutGroups?: readonly string[];
}

/**
 * What a query shows. No rows if it names no instances, such as the line of a limit. One row without conditions if its
 * instances are those of another organization.
 *
 * @throws QueryError if it has too many alternatives
 */
export function rowsOf(query: DrawnQuery, tags: ReadonlySet<string>, variables: Variables): Row[] {
  const { filter, groups, source, isForeign, room } = query;
  if (isForeign) return [{ conditions: new Map(), rest: [] }];
  const vocabulary: Vocabulary = {
    tags,
    tagOf: (name) => variables.tagOf(name, source),
    declares: (name) => variables.declares(name),
  };
  if (!namesInstances(query, vocabulary)) return [];
  const alternatives = alternativesOf(filter, vocabulary);
  return room ? alternatives.map((one) => cut(one, room, groups, alternatives.length)) : alternatives;
}

/** What is subtracted from a query is not shown, so a query from which another one is subtracted names the rest. */
function namesInstances({ filter, groups, isMinuend }: DrawnQuery, vocabulary: Vocabulary): boolean {
  return isMinuend || groups.some((tag) => vocabulary.tags.has(tag)) || mentions(filter, vocabulary);
}

/** An alternative of a query of which only some lines are drawn: all of them may belong to the same value. */
function cut(
  { conditions: all, rest }: Alternative,
  room: Room,
  groups: readonly string[],
  alternatives: number,
): Row {
  const conditions = Array.from(all, ([tag, condition]): [string, Condition] => {
    const count = condition.values?.size ?? 0;
    const excludes = condition.excludes || alternatives > 1;
    const doubt = condition.doubt || count > Math.max(1, room.get(tag) ?? 1);
    return [tag, { ...condition, doubt, excludes }];
  });
  return { conditions: new Map(conditions), rest, cutGroups: groups };
}
