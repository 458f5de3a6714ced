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
import { DrawnQuery } from '../query/drawn-queries';
import { areSame, isTight } from './tight';
import { Variables } from './variables';

/** The label keys of filters, in the order of titles: the narrowest first. */
export const LABEL_KEYS: readonly string[] = [
  'k8s_deployment',
  'k8s_statefulset',
  'k8s_daemonset',
  'service',
  'function_name',
  '$hostname',
  'k8s_namespace',
  'env',
];

/** Which tags of a query select instances: the label keys by tag, in the order in which they stand in a title. */
export type InstanceRules = ReadonlyMap<string, string>;

/**
 * The rules for label keys. A tag makes one filter: of keys with the same tag, the first has it.
 *
 * @param labelKeys the label keys that make filters, in order
 * @param datadogTags the Datadog tag by label key; a key without one is its own tag
 */
export function instanceRules(
  labelKeys: readonly string[],
  datadogTags: Readonly<Record<string, string>>,
): InstanceRules {
  const tagOf = new Map(Object.entries(datadogTags));
  const rules = new Map<string, string>();
  for (const key of labelKeys) {
    const tag = tagOf.get(key) ?? key;
    if (!rules.has(tag)) rules.set(tag, key);
  }
  return rules;
}

/** The instances that a graph certainly shows. */
export interface ShownInstances {
  /** The labels of all that it shows, in the order of the label keys: several of one key are alternatives. */
  readonly labels: readonly RookoutLabel[];
  /** By label key, the labels whose values Datadog fills in when the link is opened. */
  readonly filled: ReadonlyMap<string, FilledLabels>;
}

const NOTHING: ShownInstances = { labels: [], filled: new Map() };

/** Labels of one key that Datadog fills in: with the values of template variables, or of the clicked line. */
export interface FilledLabels {
  readonly by: 'variable' | 'line';
  readonly labels: readonly FilledLabel[];
}

/**
 * The instances that a graph shows. A query that names none, such as a limit drawn beside, does not count; of the
 * others only what all of them say is sure. Different keys narrow down: one is left out where its values and those
 * of the keys before it would select a pair that the graph does not show.
 *
 * @throws QueryError where there are too many alternatives
 */
export function shownInstances(
  queries: readonly DrawnQuery[],
  rules: InstanceRules,
  variables: Variables,
): ShownInstances {
  const tags = new Set(rules.keys());
  const alternatives = queries.flatMap((query) => alternativesShown(query, tags, variables));
  const labels: RookoutLabel[] = [];
  const filled = new Map<string, FilledLabels>();
  const [{ groups = [] } = {}] = queries;
  const lines = groups.filter((tag) => tags.has(tag) && hasLines(tag, queries, alternatives));
  if (alternatives.length === 0 && lines.length === 0) return NOTHING;
  const chosen: ReadonlySet<string>[][] = lines.map((tag) => linesOf(tag, alternatives));
  for (const [tag, key] of rules) {
    const byLine = lines.includes(tag);
    if (byLine) filled.set(key, { by: 'line', labels: [{ key, filledBy: `{{${tag}.value}}` }] });
    const found = columnOf(tag, key, alternatives);
    if (!found || !isTight([...chosen, found.values])) continue;
    if (found.labels) labels.push(...found.labels);
    else if (byLine) continue;
    else filled.set(key, { by: 'variable', labels: found.filled });
    chosen.push(found.values);
  }
  return { labels, filled };
}

/** The alternatives of a query that has to do with instances. */
function alternativesShown(
  { filter, groups, source }: DrawnQuery,
  tags: ReadonlySet<string>,
  variables: Variables,
): Alternative[] {
  const vocabulary: Vocabulary = {
    tags,
    tagOf: (name) => variables.tagOf(name, source),
    declares: (name) => variables.declares(name),
  };
  const names = groups.some((tag) => tags.has(tag)) || mentions(filter, vocabulary);
  return names ? alternativesOf(filter, vocabulary) : [];
}

/**
 * Whether each line that is drawn is of one value of the tag, and a link may follow it. Where a wildcard on that very
 * tag chooses the lines, as in `service:*-canary`, one line is less than what the graph is about: that is doubt.
 */
function hasLines(
  tag: string,
  queries: readonly DrawnQuery[],
  alternatives: readonly Alternative[],
): boolean {
  return (
    queries.every(({ groups }) => groups.includes(tag)) &&
    !alternatives.some((alternative) => alternative.get(tag)?.wild)
  );
}

/** The values that each alternative may have lines of, as far as alternatives can be told apart by them. */
function linesOf(tag: string, alternatives: readonly Alternative[]): ReadonlySet<string>[] {
  return alternatives.map((alternative, row) => {
    const condition = alternative.get(tag);
    if (!condition) return new Set(['any value']);
    const { values, variables, doubt, narrowed } = condition;
    if (doubt || narrowed || (values && variables.size > 0)) return new Set([`those of ${row}`]);
    return values ?? new Set([...variables].map((name) => `$${name}`));
  });
}

/** What the alternatives say of a tag: of each the values, all known or all those of variables. */
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

/** The values of which each is sure to be shown. Of several, a variable or what is not known may leave some out. */
function knownValues({ values, variables, doubt }: Condition): ReadonlySet<string> | undefined {
  return values?.size === 1 || (variables.size === 0 && !doubt) ? values : undefined;
}

function variableOf({ variables }: Condition): string | undefined {
  return variables.size === 1 ? [...variables][0] : undefined;
}

/** No label of a key where one of its values can't stand in a filter: the others alone would select too little. */
function labelsOfKey(key: string, values: ReadonlySet<string>): RookoutLabel[] | undefined {
  try {
    return Array.from(values, (value) => RookoutLabel.of(key, value));
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}

/**
 * The labels that a link opens: those that are known, and beside them those that Datadog fills in. Where a key has
 * several values and each line is one of them, the clicked line decides.
 *
 * @param labels those that are known, in the order in which a title names them
 * @param rules say where the others stand among them
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
