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

  public constructor(private readonly all: readonly RunningInstance[]) {}

  /** The names of the instances that these filters may select, each once. */
  public selectedBy(filters: readonly LabelFilter[]): string[] {
    return [...new Set(this.matching(filters).map(({ name }) => name))];
  }

  /** Whether the filters may select an instance. */
  public anyOf(filters: readonly LabelFilter[]): boolean {
    const groups = groupsOf(filters);
    return this.all.some((instance) => groups.every((group) => mayMatch(instance, group)));
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
    return this.all.filter((instance) => groups.every((group) => mayMatch(instance, group)));
  }
}

function valuesIn(instances: readonly RunningInstance[], key: string): string[] {
  return [...new Set(instances.flatMap(({ labels }) => labels.get(key) ?? []))].sort();
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
