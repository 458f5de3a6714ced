import { RookoutLabel } from '../../rookout/label';
import { LinkLabel } from '../../rookout/session-link';
import { DrawnQuery } from '../query/drawn-query';
import { Filter } from '../query/filter';
import { isLater } from '../query/later-value';
import { tagValue } from '../tags';
import { InstanceRules, namesWorkload } from './instance-rules';
import { linkLabels } from './link-labels';
import { rowsOf } from './rows';
import { ShownInstances, shownInstances } from './shown-instances';
import { Variables } from './variables';

/** What the label filters of a title, and the queries, say together. */
export interface TitledGraph {
  /** The labels of the link. */
  readonly labels: readonly LinkLabel[];
  readonly shown: ShownInstances;
}

/**
 * What a graph shows of the instances that its title names. The labels of the title come first. If it names no
 * workload, but only an environment or the like, the link also has the labels that the queries certainly show: without
 * them it would open every workload of that environment.
 *
 * @param tagOf the Datadog tag of each label key
 * @throws QueryError if there are too many alternatives
 */
export function titledGraph(
  titled: readonly RookoutLabel[],
  queries: readonly DrawnQuery[],
  tagOf: ReadonlyMap<string, string>,
  rules: InstanceRules,
  variables: Variables,
  split?: ReadonlySet<string>,
): TitledGraph {
  const allRules = withTags(rules, titled, tagOf);
  const shown = shownInstances(
    queries.map((query) => within(query, titled, tagOf)),
    allRules,
    variables,
    split,
  );
  const isTitled = ({ key }: RookoutLabel): boolean => titled.some((label) => label.key === key);
  const others = titled.some(({ key }) => namesWorkload(key))
    ? []
    : shown.labels.filter((label) => !isTitled(label));
  const known = inOrder([...titled, ...others], others.length === 0 ? [] : [...allRules.values()]);
  return { labels: linkLabels(known, shown.filled, allRules), shown };
}

/**
 * The labels of a title that the queries certainly do not show: they show other values of the key, or exclude it.
 *
 * @throws QueryError if there are too many alternatives
 */
export function contradicted(
  titled: readonly RookoutLabel[],
  queries: readonly DrawnQuery[],
  tagOf: ReadonlyMap<string, string>,
  rules: InstanceRules,
  variables: Variables,
): readonly RookoutLabel[] {
  const known = titled.filter(isKnown);
  const tags = new Set(withTags(rules, known, tagOf).keys());
  const rowsWith = (query: DrawnQuery, labels: readonly RookoutLabel[]) =>
    rowsOf(within(query, labels, tagOf), tags, variables);
  const counting = queries.filter((query) => rowsOf(query, tags, variables).length > 0);
  const mayShow = (labels: readonly RookoutLabel[]) =>
    counting.length === 0 || counting.some((query) => rowsWith(query, labels).length > 0);
  const single = known.filter((label) => !mayShow([label]));
  if (single.length > 0) return single;
  return mayShow(known) ? [] : known;
}

/** Whether the label is known before Terraform runs. */
function isKnown(label: RookoutLabel): boolean {
  return !isLater(String(label));
}

/** The rules with the keys of these labels. Where two keys have the same tag, that of the title makes the label. */
function withTags(
  rules: InstanceRules,
  labels: readonly RookoutLabel[],
  tagOf: ReadonlyMap<string, string>,
): InstanceRules {
  const all = new Map(rules);
  for (const { key } of labels) {
    const tag = tagOf.get(key);
    if (tag !== undefined) all.set(tag, key);
  }
  return all;
}

/** The query, of which only what the labels select is looked at. A tag may have the value as Datadog stores it. */
function within(
  query: DrawnQuery,
  labels: readonly RookoutLabel[],
  tagOf: ReadonlyMap<string, string>,
): DrawnQuery {
  const byTag = new Map<string, Filter[]>();
  for (const { key, value } of labels.filter(isKnown)) {
    const tag = tagOf.get(key);
    if (tag === undefined) continue;
    const filters = [...new Set([value, tagValue(tag, value)])].map((one): Filter => ({
      kind: 'tag',
      key: tag,
      value: one,
    }));
    byTag.set(tag, [...(byTag.get(tag) ?? []), ...filters]);
  }
  const filters = Array.from(byTag.values(), (of): Filter => ({ kind: 'or', of }));
  return { ...query, filter: { kind: 'and', of: [query.filter, ...filters] } };
}

function inOrder(labels: readonly RookoutLabel[], keys: readonly string[]): readonly RookoutLabel[] {
  return keys.length === 0
    ? labels
    : [...labels].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key));
}
