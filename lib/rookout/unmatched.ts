import { filterText, LabelFilter } from './label-filter';
import { groupsOf, RunningInstances } from './running-instances';

/** Label filters that no instance has, alone or together. */
export interface Unmatched {
  readonly filters: readonly LabelFilter[];
  /** Why, as a sentence without its full stop, such as `no instance has k8s_deployment:carts`. */
  readonly problem: string;
}

/** The most values that a message names. */
const MOST_VALUES = 5;

/**
 * The filters of one title or link that select nothing: those that no instance has, else those that no instance has
 * together with the filters of other keys.
 */
export function unmatched(filters: readonly LabelFilter[], instances: RunningInstances): Unmatched[] {
  const alone = filters.filter((filter) => !instances.anyOf([filter]));
  if (alone.length > 0) {
    return alone.map((filter) => ({ filters: [filter], problem: missing(filter, instances) }));
  }
  const groups = groupsOf(filters);
  const found = new Map<string, Unmatched>();
  for (const filter of filters) {
    if (instances.anyOf(withOthers(filter, filters))) continue;
    const others = groups.filter(([{ key }]) => key !== filter.key);
    const other = others.find((group) => !instances.anyOf([filter, ...group])) ?? others.flat();
    const together = [filter, ...other];
    const name = together.map(filterText).sort().join();
    if (!found.has(name)) {
      found.set(name, { filters: together, problem: apart(filter, other, instances) });
    }
  }
  return [...found.values()];
}

/** The filter without the alternatives to it. */
function withOthers(filter: LabelFilter, all: readonly LabelFilter[]): LabelFilter[] {
  return all.filter((other) => other === filter || other.key !== filter.key);
}

function missing(filter: LabelFilter, instances: RunningInstances): string {
  const { key, value } = filter;
  const values = instances.valuesOf(key);
  if (values.length === 0) {
    return `no instance has a label ${key}. Set it in ROOKOUT_LABELS, or use another label`;
  }
  const rest = values.length - MOST_VALUES;
  const near = nearest(value, values, MOST_VALUES).join(', ');
  return `no instance has ${filterText(filter)}. Values of ${key}: ${near}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function apart(filter: LabelFilter, others: readonly LabelFilter[], instances: RunningInstances): string {
  const has = groupsOf(others).map(([{ key }]) => {
    const values = instances.valuesWith([filter], key);
    return values.length === 0 ? `no label ${key}` : `${key}:${listed(values)}`;
  });
  const together = [filter, ...others].map(filterText);
  return (
    `no instance has ${together.slice(0, -1).join(', ')} and ${together.at(-1)}. ` +
    `With ${filterText(filter)} it has ${has.join(', ')}`
  );
}

function listed(values: readonly string[]): string {
  const rest = values.length - MOST_VALUES;
  return `${values.slice(0, MOST_VALUES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Some of the values, which are in order: those that begin most like this one. */
function nearest(value: string, values: readonly string[], count: number): string[] {
  let from = firstFrom(values, value);
  let to = from;
  const near: string[] = [];
  while (near.length < count && (from > 0 || to < values.length)) {
    const alike = Math.max(alikeness(value, values[from - 1]), alikeness(value, values[to]));
    const start = value.slice(0, alike);
    const [before, after] = [from, to];
    from = firstFrom(values, start);
    while (to < values.length && to - after < count && values[to].startsWith(start)) to++;
    near.push(...values.slice(from, Math.min(before, from + count)), ...values.slice(after, to));
  }
  return near.slice(0, count);
}

/** The place of the first value that is not before the text. */
function firstFrom(values: readonly string[], text: string): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of characters with which both begin. Nothing begins like no value. */
function alikeness(value: string, other: string | undefined): number {
  if (other === undefined) return -1;
  let alike = 0;
  while (alike < other.length && other[alike] === value[alike]) alike++;
  return alike;
}
