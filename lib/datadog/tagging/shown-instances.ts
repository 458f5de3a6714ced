import { BadInput } from '../../bad-input';
import { RookoutLabel } from '../../rookout/label';
import { FilledLabel } from '../../rookout/session-link';
import { Condition, isConditional } from '../query/alternatives';
import { DrawnQuery } from '../query/drawn-query';
import { tagsIn } from './hosts';
import { CONTROLLER_TAGS, InstanceRules, keysIn } from './instance-rules';
import { ofValues, Row, rowsOf, TagValues } from './rows';
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
  /** Why there are none, if the queries have conditions on instances. */
  readonly doubt?: string;
  /** What the queries may show, and the tags of which something is certain. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

/** What a graph shows without instances. */
export const SHOWS_NOTHING: ShownInstances = { labels: [], filled: new Map(), rows: [], columns: [] };

/**
 * Labels of one key with values that Datadog fills in: those of template variables, or of the clicked line.
 */
export interface FilledLabels {
  readonly by: 'variable' | 'line';
  readonly labels: readonly FilledLabel[];
}

/** A tag with what is certain of its value: the labels, the variables that it follows, or the clicked line. */
export interface Column {
  readonly tag: string;
  readonly key: string;
  readonly by: 'label' | 'variable' | 'line';
  /** The values in each row. Those of lines only tell rows apart. */
  readonly values: readonly ReadonlySet<string>[];
}

/**
 * The instances that a graph shows. A query without instances, such as the line of a limit, does not count.
 * Of the other queries, only what all of them say is certain. Labels with different keys must all be true. A
 * key is left out if, together with the keys before it, it would select a pair of values that the graph does
 * not show.
 *
 * @param split the tags of which each graph shows one value, if it is one of several graphs with these queries
 * @param only values of tags, such as those of a title: other instances are not looked at
 * @throws QueryError if there are too many alternatives
 */
export function shownInstances(
  queries: readonly DrawnQuery[],
  rules: InstanceRules,
  variables: Variables,
  split?: ReadonlySet<string>,
  only?: TagValues,
): ShownInstances {
  const keyOf = keysIn(rules, queries, variables);
  const tags = new Set(keyOf.keys());
  const all = queries.flatMap((query) => rowsOf(query, tags, variables));
  const rows = only ? all.flatMap((row) => ofValues(row, only) ?? []) : all;
  const rivals = rivalTags(queries, variables);
  const lines = firstOfKeys(clickableTags(queries), keyOf).filter((tag) => !rivals.has(tag));
  if (rows.length === 0 && lines.length === 0) return SHOWS_NOTHING;
  const labels: RookoutLabel[] = [];
  const filled = new Map<string, FilledLabels>();
  const columns = lines.map((tag) => lineColumn(tag, keyOf.get(tag)!, rows));
  for (const [tag, key] of keyOf) {
    if (rivals.has(tag) || columns.some((column) => column.key === key && column.tag !== tag)) continue;
    const byLine = lines.includes(tag);
    if (byLine) filled.set(key, { by: 'line', labels: [{ key, filledBy: `{{${tag}.value}}` }] });
    const found = certainValues(tag, key, rows);
    if (!found || (split && !isInEach(tag, found, split))) continue;
    if (rules.singleValues && (found.labels ?? found.filled).length > 1) continue;
    if (!fits(found.values, besides(tag, columns))) continue;
    if (found.labels) labels.push(...found.labels);
    else if (byLine) continue;
    else filled.set(key, { by: 'variable', labels: found.filled });
    columns.push({ tag, key, by: found.labels ? 'label' : 'variable', values: found.values });
  }
  return { labels, filled, ...doubtOf(queries, labels.length + filled.size), rows, columns };
}

function doubtOf(queries: readonly DrawnQuery[], certain: number): { readonly doubt?: string } {
  if (certain > 0) return {};
  return {
    doubt: queries.some(({ isForeign }) => isForeign)
      ? 'a query shows instances of another organization'
      : 'it is not certain which instances the queries show',
  };
}

/**
 * The tags of controllers, if the queries name several or are grouped by several. A pod has only one of them, so no
 * instance has labels of two.
 */
function rivalTags(queries: readonly DrawnQuery[], variables: Variables): ReadonlySet<string> {
  const tags = queries.flatMap((query) => tagsIn(query, variables));
  const controllers = new Set(tags.filter((tag) => CONTROLLER_TAGS.has(tag)));
  return controllers.size > 1 ? controllers : new Set();
}

/** Of several tags of a label key only the first. Tags without a label key are left out. */
function firstOfKeys(tags: readonly string[], keyOf: ReadonlyMap<string, string>): string[] {
  const ranked = [...keyOf.keys()].filter((tag) => tags.includes(tag));
  return tags.filter((tag) => tag === ranked.find((other) => keyOf.get(other) === keyOf.get(tag)));
}

/** The tags of which each line has one value, so that a link can use that of the clicked line. */
function clickableTags(queries: readonly DrawnQuery[]): string[] {
  const [first] = queries;
  if (!first || queries.some(({ together, isForeign }) => together || isForeign)) return [];
  return first.groups.filter((tag) => queries.every(({ groups }) => groups.includes(tag)));
}

function lineColumn(tag: string, key: string, rows: readonly Row[]): Column {
  const values = rows.map(({ conditions }, row) => {
    const condition = conditions.get(tag);
    if (!condition) return new Set(['any value']);
    const { values: known, variables, doubt, narrowed } = condition;
    if (doubt || narrowed || (known && variables.size > 0)) return new Set([`those of ${row}`]);
    return known ?? new Set([...variables].map((name) => `$${name}`));
  });
  return { tag, key, by: 'line', values };
}

/**
 * The columns with which labels of a tag select instances together. A link has the clicked line in place of several values
 * of its tag. A title names no lines.
 */
function besides(tag: string, columns: readonly Column[]): Column[] {
  const lines = columns.filter(({ by }) => by === 'line');
  const others = columns.filter(({ by }) => by !== 'line');
  const hasLine = (one: string): boolean => lines.some((line) => line.tag === one);
  return hasLine(tag) ? others : [...lines, ...others.filter((column) => !hasLine(column.tag))];
}

/** Whether the values, together with those of the columns, only select what some row shows. */
function fits(values: CertainValues['values'], columns: readonly Column[]): boolean {
  return areSame(values) || isTight([...columns.map((column) => column.values), values]);
}

/** The values of a tag in each row. Either all are known, or all are those of variables. */
type CertainValues = { readonly values: ReadonlySet<string>[] } & (
  | { readonly labels: RookoutLabel[]; readonly filled?: undefined }
  | { readonly labels?: undefined; readonly filled: FilledLabel[] }
);

function certainValues(tag: string, key: string, rows: readonly Row[]): CertainValues | undefined {
  const conditions = rows.flatMap((row) => row.conditions.get(tag) ?? []);
  if (conditions.length === 0 || conditions.length < rows.length) return undefined;
  const known = conditions.map(knownValues);
  const mayVanish = (): boolean => rows.some(isConditional);
  if (known.every((values) => values !== undefined)) {
    if (!areSame(known) && mayVanish()) return undefined;
    const labels = labelsOfKey(key, new Set(known.flatMap((values) => [...values])));
    return labels && { values: known, labels };
  }
  const names = conditions.map(variableOf);
  if (!names.every((name) => name !== undefined)) return undefined;
  if (new Set(names).size > 1 && mayVanish()) return undefined;
  const filled = [...new Set(names)].map((name) => ({ key, filledBy: `{{$${name}.value}}` }));
  return { values: names.map((name) => new Set([name])), filled };
}

/**
 * Whether each graph of a split widget shows the values. One graph may show one of several values, and the next
 * graph another one.
 */
function isInEach(tag: string, { labels, filled }: CertainValues, split: ReadonlySet<string>): boolean {
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
