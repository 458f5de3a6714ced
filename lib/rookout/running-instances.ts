import { BUILT_IN_KEYS } from './label';
import { LabelFilter, TERRAFORM_VALUE } from './label-filter';

/** What runs, and the labels that its agent reports. */
export interface RunningInstance {
  /** For example `cart`. Several instances may have one name. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** The keys of labels that it has, or may have, with a value that is not known. */
  readonly unknown: ReadonlySet<string>;
  /** Whether it may have any other labels as well. */
  readonly open: boolean;
}

/**
 * What runs, to compare label filters with.
 *
 * An instance has one value of a key. Filters with one key are alternatives; filters with different keys must all match.
 * A filter whose value is filled in later matches any value. The host name and the other built-in values are known of no
 * instance, unless it says them.
 */
export class RunningInstances {
  private readonly values = new Map<string, string[]>();
  private readonly keys = new Map<string, OfKey>();

  private readonly places: readonly number[];

  public constructor(private readonly all: readonly RunningInstance[]) {
    this.places = [...all.keys()];
  }

  /** The names of the instances that these filters may select, each once. */
  public selectedBy(filters: readonly LabelFilter[]): string[] {
    return [...new Set(this.matching(filters).map(({ name }) => name))];
  }

  /** Whether the filters may select an instance. */
  public anyOf(filters: readonly LabelFilter[]): boolean {
    const groups = groupsOf(filters);
    return this.listsFor(groups).some((places) =>
      places.some((place) => groups.every((group) => mayMatch(this.all[place], group))),
    );
  }

  /** The values of a key, in order. */
  public valuesOf(key: string): readonly string[] {
    let values = this.values.get(key);
    if (!values) this.values.set(key, (values = valuesIn(this.all, key)));
    return values;
  }

  /** The values of a key, of the instances that these filters may select. */
  public valuesWith(filters: readonly LabelFilter[], key: string): readonly string[] {
    return valuesIn(this.matching(filters), key);
  }

  private matching(filters: readonly LabelFilter[]): RunningInstance[] {
    const groups = groupsOf(filters);
    const places = [...new Set(this.listsFor(groups).flat())].sort((one, other) => one - other);
    return places
      .map((place) => this.all[place])
      .filter((instance) => groups.every((group) => mayMatch(instance, group)));
  }

  /** Lists of places: no other instances may be selected. They are those of the group that selects the fewest. */
  private listsFor(groups: readonly (readonly LabelFilter[])[]): readonly (readonly number[])[] {
    const lists = groups
      .filter((group) => group.every(({ kind }) => kind === 'text'))
      .map((group) => {
        const { byValue, others } = this.ofKey(group[0].key);
        return [...group.map(({ value }) => byValue.get(value) ?? []), others];
      });
    return lists.reduce((few, list) => (lengthOf(few) <= lengthOf(list) ? few : list), [this.places]);
  }

  private ofKey(key: string): OfKey {
    const known = this.keys.get(key);
    if (known) return known;
    const byValue = new Map<string, number[]>();
    const others: number[] = [];
    for (const [place, { labels }] of this.all.entries()) {
      const value = labels.get(key);
      const same = value === undefined ? others : byValue.get(value);
      if (same) same.push(place);
      else byValue.set(value!, [place]);
    }
    const mayHaveKey = others.filter((place) =>
      mayMatch(this.all[place], [{ key, value: '', kind: 'text' }]),
    );
    this.keys.set(key, { byValue, others: mayHaveKey });
    return { byValue, others: mayHaveKey };
  }
}

function lengthOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

function valuesIn(instances: readonly RunningInstance[], key: string): string[] {
  return [...new Set(instances.flatMap(({ labels }) => labels.get(key) ?? []))].sort();
}

/** The instances that a filter of a key may select, by their places in the list. */
interface OfKey {
  readonly byValue: ReadonlyMap<string, readonly number[]>;
  /** Those that have no known value of the key, but may have one. */
  readonly others: readonly number[];
}

/** The filters of each key. */
export function groupsOf(filters: readonly LabelFilter[]): (readonly LabelFilter[])[] {
  const groups = new Map<string, LabelFilter[]>();
  for (const filter of filters) {
    const group = groups.get(filter.key);
    if (group) group.push(filter);
    else groups.set(filter.key, [filter]);
  }
  return [...groups.values()];
}

/** @param group filters with one key */
function mayMatch({ labels, unknown, open }: RunningInstance, group: readonly LabelFilter[]): boolean {
  const [{ key, kind }] = group;
  const value = labels.get(key);
  if (value !== undefined) return group.some((filter) => filter.kind !== 'text' || filter.value === value);
  const isUnnamed = kind === 'terraform' && key.includes(TERRAFORM_VALUE);
  return open || unknown.has(key) || BUILT_IN_KEYS.includes(key) || isUnnamed;
}
