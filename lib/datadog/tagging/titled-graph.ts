import { RookoutLabel } from '../../rookout/label';
import { LinkLabel } from '../../rookout/session-link';
import { DrawnQuery } from '../query/drawn-query';
import { isLater } from '../query/later-value';
import { areOwnNames, HOST, isOfContainer, tagsIn } from './hosts';
import { InstanceRules, keysIn, namesWorkload } from './instance-rules';
import { LabelTags, tagsOfColumns } from './label-tags';
import { linkLabels } from './link-labels';
import { Comparisons, ofValues, Row, rowsOf, storedValues, TagValues, WantedValues } from './rows';
import { ShownInstances, shownInstances } from './shown-instances';
import { tagValue } from '../tags';
import { Variables } from './variables';

/** What the label filters of a title, and the queries, say together. */
export interface TitledGraph {
  /** The labels of the link. */
  readonly labels: readonly LinkLabel[];
  readonly shown: ShownInstances;
  /** The tag of each label key. */
  readonly tags: LabelTags;
}

/**
 * What a graph shows of the instances that its title names. The labels of the title come first. If it names no
 * workload, but only an environment or the like, the link also has the labels that the queries certainly show: without
 * them it would open every workload of that environment.
 *
 * @param tagsOf the Datadog tags of each label key
 * @throws QueryError if there are too many alternatives
 */
export function titledGraph(
  titled: readonly RookoutLabel[],
  queries: readonly DrawnQuery[],
  tagsOf: TagsOf,
  rules: InstanceRules,
  variables: Variables,
  split?: ReadonlySet<string>,
): TitledGraph {
  const tagOf = chosenTags(titled, queries, tagsOf, rules, variables);
  const allRules = withTags(rules, titled, tagOf);
  const shown = shownInstances(queries, allRules, variables, split, valuesOf(titled, tagOf));
  const titledKeys = new Set(titled.map(({ key }) => key));
  const others = titled.some(({ key }) => namesWorkload(key))
    ? []
    : shown.labels.filter(({ key }) => !titledKeys.has(key));
  const known = inOrder([...titled, ...others], others.length === 0 ? [] : [...allRules.keyOf.values()]);
  const tags = new Map([...tagOf, ...tagsOfColumns(shown.columns)]);
  return { labels: linkLabels(known, shown.filled, allRules), shown, tags };
}

/**
 * The labels of a title that the queries certainly do not show: they show other values of the key, or exclude it.
 *
 * @throws QueryError if there are too many alternatives
 */
export function contradicted(
  titled: readonly RookoutLabel[],
  queries: readonly DrawnQuery[],
  tagsOf: TagsOf,
  rules: InstanceRules,
  variables: Variables,
): readonly RookoutLabel[] {
  const known = titled.filter(isKnown);
  const tagOf = chosenTags(known, queries, tagsOf, rules, variables);
  const tags = new Set(keysIn(withTags(rules, known, tagOf), queries, variables).keys());
  const rows = queries.flatMap((query) => rowsOf(query, tags, variables));
  if (rows.length === 0) return [];
  const mayShow = showable(rows);
  const single = known.filter((label) => !mayShow(label, tagOf.get(label.key)));
  if (single.length > 0) return single;
  const all = valuesOf(known, tagOf);
  return rows.some((row) => ofValues(row, all)) ? [] : known;
}

/**
 * Whether one of the rows may show a label of that tag.
 *
 * @throws QueryError if too many labels have to be compared with too many rows
 */
function showable(rows: readonly Row[]): (label: RookoutLabel, tag: string | undefined) => boolean {
  const byTag = new Map<string, { readonly values: Set<string>; readonly others: Row[] }>();
  const comparisons = new Comparisons();
  return ({ value }, tag) => {
    if (tag === undefined) return true;
    let known = byTag.get(tag);
    if (!known) byTag.set(tag, (known = valuesIn(rows, tag)));
    if (known.values.has(tagValue(tag, value))) return true;
    const wanted: TagValues = new Map([[tag, new WantedValues(tag, [value], comparisons)]]);
    return known.others.some((row) => ofValues(row, wanted));
  };
}

/** The values of a tag that rows certainly may have, and the rows that may have others. */
function valuesIn(
  rows: readonly Row[],
  tag: string,
): { readonly values: Set<string>; readonly others: Row[] } {
  const values = new Set<string>();
  const others: Row[] = [];
  for (const row of rows) {
    const known = row.conditions.get(tag)?.values;
    const stored = known && storedValues(known, tag);
    if (!stored || stored.hasLater) others.push(row);
    else for (const value of stored.all) values.add(value);
  }
  return { values, others };
}

type TagsOf = ReadonlyMap<string, readonly string[]>;

/** The tag that each of the labels has in a graph: of several, the first that a query names. */
function chosenTags(
  labels: readonly RookoutLabel[],
  queries: readonly DrawnQuery[],
  tagsOf: TagsOf,
  rules: InstanceRules,
  variables: Variables,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const key of new Set(labels.map((label) => label.key))) {
    const tags = (tagsOf.get(key) ?? []).filter(
      (tag) => tag !== HOST || areOwnNames(rules.hosts, queries, variables),
    );
    const isNamed = (tag: string): boolean => queries.some((query) => tagsIn(query, variables).includes(tag));
    const tag = tags.length > 1 ? (tags.find(isNamed) ?? tags[0]) : tags[0];
    if (tag !== undefined) chosen.set(key, tag);
  }
  return chosen;
}

/** Whether the label is known before Terraform runs. */
function isKnown(label: RookoutLabel): boolean {
  return !isLater(String(label));
}

/**
 * The rules with the keys of these labels. Where two keys have the same tag, that of the title makes the label. What a
 * title calls a deployment runs in containers, so `host` is its node.
 */
function withTags(
  rules: InstanceRules,
  labels: readonly RookoutLabel[],
  tagOf: ReadonlyMap<string, string>,
): InstanceRules {
  const keyOf = new Map(rules.keyOf);
  for (const { key } of labels) {
    const tag = tagOf.get(key);
    if (tag !== undefined) keyOf.set(tag, key);
  }
  const isInContainer = [...tagOf.values()].some(isOfContainer);
  return { ...rules, keyOf, hosts: isInContainer && rules.hosts === 'plain' ? 'never' : rules.hosts };
}

/** The values of the labels that are known, by tag. */
function valuesOf(labels: readonly RookoutLabel[], tagOf: ReadonlyMap<string, string>): TagValues {
  const values = new Map<string, string[]>();
  for (const { key, value } of labels.filter(isKnown)) {
    const tag = tagOf.get(key);
    const own = tag === undefined ? undefined : values.get(tag);
    if (own) own.push(value);
    else if (tag !== undefined) values.set(tag, [value]);
  }
  return new Map(Array.from(values, ([tag, all]) => [tag, new WantedValues(tag, all)]));
}

function inOrder(labels: readonly RookoutLabel[], keys: readonly string[]): readonly RookoutLabel[] {
  return keys.length === 0
    ? labels
    : [...labels].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key));
}
