import { BadInput } from '../../bad-input';
import { RookoutLabel } from '../../rookout/label';
import { FilledLabel, LinkLabel } from '../../rookout/session-link';
import {
  Alternative,
  alternativesOf,
  Condition,
  isConditional,
  mentions,
  Vocabulary,
} from '../query/alternatives';
import { DrawnQuery } from '../query/drawn-query';
import { Room } from '../query/ranking';
import { InstanceRules } from './instance-rules';
import { areSame, isTight } from './tight';
import { Variables } from './variables';

/** The instances that a graph certainly shows. */
export interface ShownInstances {
  /**
   * The labels of everything that it shows, in the order of the label keys. Labels with the same key are
   * alternatives.
   */
  readonly labels: readonly RookoutLabel[];
  /** The labels whose values Datadog fills in when the link is opened, by label key. */
  readonly filled: ReadonlyMap<string, FilledLabels>;
  /** Whether the queries have conditions on instances, but none of them is certain. */
  readonly isDoubtful?: boolean;
}

/** What a graph shows without instances. */
export const SHOWS_NOTHING: ShownInstances = { labels: [], filled: new Map() };

/**
 * Labels of one key with values that Datadog fills in: those of template variables, or of the clicked line.
 */
export interface FilledLabels {
  readonly by: 'variable' | 'line';
  readonly labels: readonly FilledLabel[];
}

/**
 * The instances that a graph shows. A query without instances, such as the line of a limit, does not count.
 * Of the other queries, only what all of them say is certain. Labels with different keys must all be true. A
 * key is left out if, together with the keys before it, it would select a pair of values that the graph does
 * not show.
 *
 * @param split the tags of which each graph shows one value, if it is one of several graphs with these queries
 * @throws QueryError if there are too many alternatives
 */
export function shownInstances(
  queries: readonly DrawnQuery[],
  rules: InstanceRules,
  variables: Variables,
  split?: ReadonlySet<string>,
): ShownInstances {
  const tags = new Set(rules.keys());
  const alternatives = queries.flatMap((query) => alternativesShown(query, tags, variables));
  const labels: RookoutLabel[] = [];
  const filled = new Map<string, FilledLabels>();
  const [{ groups = [] } = {}] = queries;
  const lines = groups.filter((tag) => tags.has(tag) && hasLines(tag, queries, alternatives));
  if (alternatives.length === 0 && lines.length === 0) return SHOWS_NOTHING;
  const chosen: ReadonlySet<string>[][] = lines.map((tag) => linesOf(tag, alternatives));
  for (const [tag, key] of rules) {
    const byLine = lines.includes(tag);
    if (byLine) filled.set(key, { by: 'line', labels: [{ key, filledBy: `{{${tag}.value}}` }] });
    const found = columnOf(tag, key, alternatives);
    if (!found || (split && !isInEach(tag, found, split)) || !isTight([...chosen, found.values])) continue;
    if (found.labels) labels.push(...found.labels);
    else if (byLine) continue;
    else filled.set(key, { by: 'variable', labels: found.filled });
    chosen.push(found.values);
  }
  return { labels, filled, isDoubtful: labels.length === 0 && filled.size === 0 };
}

/**
 * The alternatives of a query. None if it names no instances. What is subtracted from a query is not shown, so
 * a query from which another one is subtracted shows all instances that it does not exclude.
 */
function alternativesShown(
  { filter, groups, source, isMinuend, room }: DrawnQuery,
  tags: ReadonlySet<string>,
  variables: Variables,
): Alternative[] {
  const vocabulary: Vocabulary = {
    tags,
    tagOf: (name) => variables.tagOf(name, source),
    declares: (name) => variables.declares(name),
  };
  const names = isMinuend || groups.some((tag) => tags.has(tag)) || mentions(filter, vocabulary);
  const alternatives = names ? alternativesOf(filter, vocabulary) : [];
  return room ? alternatives.map((one) => cut(one, room, alternatives.length)) : alternatives;
}

/** An alternative of a query of which only some lines are drawn: all of them may belong to the same value. */
function cut(alternative: Alternative, room: Room, alternatives: number): Alternative {
  const conditions = Array.from(alternative, ([tag, condition]): [string, Condition] => {
    const count = condition.values?.size ?? 0;
    const excludes = condition.excludes || alternatives > 1;
    const doubt = condition.doubt || count > Math.max(1, room.get(tag) ?? 1);
    return [tag, { ...condition, doubt, excludes }];
  });
  return new Map(conditions);
}

/**
 * Whether each line belongs to one value of the tag, so that a link can use the value of the clicked line. It
 * is false if a wildcard on the same tag selects the lines, as in `service:*-canary`: the graph is then about
 * all of them together.
 */
function hasLines(
  tag: string,
  queries: readonly DrawnQuery[],
  alternatives: readonly Alternative[],
): boolean {
  return (
    queries.every(({ groups, together }) => !together && groups.includes(tag)) &&
    !alternatives.some((alternative) => alternative.get(tag)?.wild)
  );
}

/**
 * The values that the lines of each alternative may have. Only their differences between alternatives matter.
 */
function linesOf(tag: string, alternatives: readonly Alternative[]): ReadonlySet<string>[] {
  return alternatives.map((alternative, row) => {
    const condition = alternative.get(tag);
    if (!condition) return new Set(['any value']);
    const { values, variables, doubt, narrowed } = condition;
    if (doubt || narrowed || (values && variables.size > 0)) return new Set([`those of ${row}`]);
    return values ?? new Set([...variables].map((name) => `$${name}`));
  });
}

/** The values of a tag in each alternative. Either all are known, or all are those of variables. */
type Column = { readonly values: ReadonlySet<string>[] } & (
  | { readonly labels: RookoutLabel[]; readonly filled?: undefined }
  | { readonly labels?: undefined; readonly filled: FilledLabel[] }
);

function columnOf(tag: string, key: string, alternatives: readonly Alternative[]): Column | undefined {
  const conditions = alternatives.flatMap((alternative) => alternative.get(tag) ?? []);
  if (conditions.length === 0 || conditions.length < alternatives.length) return undefined;
  const known = conditions.map(knownValues);
  const mayVanish = alternatives.some(isConditional);
  if (known.every((values) => values !== undefined)) {
    if (mayVanish && !areSame(known)) return undefined;
    const labels = labelsOfKey(key, new Set(known.flatMap((values) => [...values])));
    return labels && { values: known, labels };
  }
  const names = conditions.map(variableOf);
  if (!names.every((name) => name !== undefined)) return undefined;
  if (mayVanish && new Set(names).size > 1) return undefined;
  const filled = [...new Set(names)].map((name) => ({ key, filledBy: `{{$${name}.value}}` }));
  return { values: names.map((name) => new Set([name])), filled };
}

/**
 * Whether each graph of a split widget shows the values. One graph may show one of several values, and the next
 * graph another one.
 */
function isInEach(tag: string, { labels, filled }: Column, split: ReadonlySet<string>): boolean {
  return labels ? labels.length === 1 : filled.length === 1 && !split.has(tag);
}

/**
 * The values that are certainly shown. If there are several, a variable or an unknown condition may exclude
 * some.
 */
function knownValues({ values, variables, doubt }: Condition): ReadonlySet<string> | undefined {
  return values?.size === 1 || (variables.size === 0 && !doubt) ? values : undefined;
}

function variableOf({ variables }: Condition): string | undefined {
  return variables.size === 1 ? [...variables][0] : undefined;
}

/**
 * The labels of a key. None if one of the values can't be part of a filter: the others would select too
 * little.
 */
function labelsOfKey(key: string, values: ReadonlySet<string>): RookoutLabel[] | undefined {
  try {
    return Array.from(values, (value) => RookoutLabel.of(key, value));
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}

/**
 * The labels that a link opens: the known ones, and those that Datadog fills in. If a key has several values
 * and each line has one of them, the clicked line decides.
 *
 * @param labels the known labels, in the order of the title
 * @param rules the order of the others
 */
export function linkLabels(
  labels: readonly RookoutLabel[],
  filled: ShownInstances['filled'],
  rules: InstanceRules,
): LinkLabel[] {
  const keys = [...rules.values()];
  const rankOf = ({ key }: LinkLabel): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const result: LinkLabel[] = labels.filter(({ key }) => !decidedByLine(key));
  for (const [key, { labels: own }] of filled) {
    if (labels.some((label) => label.key === key) && !decidedByLine(key)) continue;
    const next = result.findIndex((label) => rankOf(label) > keys.indexOf(key));
    result.splice(next < 0 ? result.length : next, 0, ...own);
  }
  return result;

  function decidedByLine(key: string): boolean {
    return filled.get(key)?.by === 'line' && labels.filter((label) => label.key === key).length > 1;
  }
}
