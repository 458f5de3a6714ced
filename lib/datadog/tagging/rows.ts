import { Alternative, alternativesOf, ANY, Condition, mentions, Vocabulary } from '../query/alternatives';
import { DrawnQuery } from '../query/drawn-query';
import { QueryError } from '../query/filter';
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

/** The most comparisons of a wanted value with tests. No real graph needs a hundredth of it. */
const MOST_COMPARED = 500_000;

/** Counts comparisons of wanted values with tests, since many values may stand before many rows. */
export class Comparisons {
  private count = 0;

  /** @throws QueryError if there are too many */
  public add(count: number): void {
    this.count += count;
    if (this.count > MOST_COMPARED) throw new QueryError('The title has too many label filters to compare');
  }
}

/** Values of a tag, such as those that a title names. */
export class WantedValues {
  /** The values by the form in which Datadog stores them, each with its place in the list. */
  public readonly stored = new Map<string, { readonly value: string; readonly index: number }[]>();

  public constructor(
    tag: string,
    public readonly all: readonly string[],
    public readonly comparisons = new Comparisons(),
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
 *
 * @throws QueryError if that would take too many comparisons
 */
export function ofValues(row: Row, values: TagValues): Row | undefined {
  const conditions = new Map(row.conditions);
  for (const [tag, wanted] of values) {
    const condition = conditions.get(tag) ?? ANY;
    const known = condition.values && storedValues(condition.values, tag);
    const left = known ? possible(known, wanted) : passing(condition, tag, wanted);
    if (left.length === 0) return undefined;
    const doubt = condition.doubt || (known?.hasLater ?? false);
    conditions.set(tag, { ...condition, values: new Set(left), doubt });
  }
  return { ...row, conditions };
}

/** The values of a condition as Datadog stores them. */
interface StoredValues {
  readonly all: ReadonlySet<string>;
  /** Whether Terraform makes one of them, which may be any. */
  readonly hasLater: boolean;
}

const stored = new WeakMap<ReadonlySet<string>, Map<string, StoredValues>>();

/** The same values are compared with those of many titles. */
export function storedValues(values: ReadonlySet<string>, tag: string): StoredValues {
  let byTag = stored.get(values);
  if (!byTag) stored.set(values, (byTag = new Map()));
  let known = byTag.get(tag);
  if (!known) {
    const all = [...values];
    known = { all: new Set(all.map((value) => tagValue(tag, value))), hasLater: all.some(isLater) };
    byTag.set(tag, known);
  }
  return known;
}

/** The wanted values among those that are known, in order. The shorter of the two lists decides how long that takes. */
function possible({ all, hasLater }: StoredValues, wanted: WantedValues): readonly string[] {
  if (hasLater) return wanted.all;
  const found =
    all.size < wanted.stored.size
      ? [...all].flatMap((value) => wanted.stored.get(value) ?? [])
      : [...wanted.stored].flatMap(([value, same]) => (all.has(value) ? same : []));
  return found.sort((one, other) => one.index - other.index).map(({ value }) => value);
}

/** The wanted values that pass the tests of a condition. */
function passing({ tests }: Condition, tag: string, { all, comparisons }: WantedValues): readonly string[] {
  comparisons.add(all.length);
  if (tests.length === 0) return all;
  const both = new Tests(tests);
  return all.filter((value) => both.mayPass(value) || both.mayPass(tagValue(tag, value)));
}
