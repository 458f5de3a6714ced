import { Alternative, alternativesOf, ANY, Condition, mentions, Vocabulary } from '../query/alternatives';
import { DrawnQuery } from '../query/drawn-query';
import { isLater } from '../query/later-value';
import { Room } from '../query/ranking';
import { Tests } from '../query/tests';
import { tagValue } from '../tags';
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

/** Values of a tag, such as those that a title names. */
export class WantedValues {
  /** The values by the form in which Datadog stores them, each with its place in the list. */
  public readonly stored = new Map<string, { readonly value: string; readonly index: number }[]>();

  public constructor(
    tag: string,
    public readonly all: readonly string[],
  ) {
    for (const [index, value] of all.entries()) {
      const stored = tagValue(tag, value);
      const same = this.stored.get(stored);
      if (same) same.push({ value, index });
      else this.stored.set(stored, [{ value, index }]);
    }
  }
}

/** Values of tags. */
export type TagValues = ReadonlyMap<string, WantedValues>;

/**
 * What a row shows of these values. Undefined if it certainly shows none of them. A value may stand in a query as Datadog
 * stores it.
 */
export function ofValues(row: Row, values: TagValues): Row | undefined {
  const conditions = new Map(row.conditions);
  for (const [tag, wanted] of values) {
    const condition = conditions.get(tag) ?? ANY;
    const isLaterKnown = [...(condition.values ?? [])].some(isLater);
    const left = isLaterKnown ? wanted.all : possible(condition, tag, wanted);
    if (left.length === 0) return undefined;
    conditions.set(tag, { ...condition, values: new Set(left), doubt: condition.doubt || isLaterKnown });
  }
  return { ...row, conditions };
}

/** The wanted values that the condition allows, in order. The shorter of the two lists decides how long that takes. */
function possible({ values, tests: given }: Condition, tag: string, wanted: WantedValues): readonly string[] {
  if (!values) {
    const tests = new Tests(given);
    return wanted.all.filter((value) => tests.mayPass(value) || tests.mayPass(tagValue(tag, value)));
  }
  const stored = new Set([...values].map((value) => tagValue(tag, value)));
  const found = [...stored].flatMap((value) => wanted.stored.get(value) ?? []);
  return found.sort((one, other) => one.index - other.index).map(({ value }) => value);
}
