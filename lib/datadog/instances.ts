import { BadInput } from '../bad-input';
import { RookoutLabel } from '../rookout/label';
import { common, Filter, selectionOf, Selection, variablesOf } from './query/filter';

/** The label keys that make filters, in the order in which they stand in a title: the narrowest first. */
export const LABEL_KEYS: readonly string[] = [
  'k8s_deployment',
  'k8s_statefulset',
  'k8s_daemonset',
  'service',
  'function_name',
  'k8s_namespace',
  'env',
];

/** Which tags of a query select instances. */
export interface InstanceRules {
  /** The label keys that make filters, in order. */
  readonly labelKeys: readonly string[];
  /** The Datadog tag by label key. */
  readonly datadogTags: Readonly<Record<string, string>>;
}

/** A label whose value a template variable of the dashboard gives. */
export interface VariableLabel {
  readonly key: string;
  readonly variable: string;
}

/** The instances that a widget shows. */
export interface Instances {
  readonly labels: readonly RookoutLabel[];
  readonly variables: readonly VariableLabel[];
}

/**
 * The instances that queries are sure to show. A query that names none, such as a limit drawn beside, does not
 * count; of the others only keys that all of them name do, with the values of all.
 *
 * @param filters what each query narrows its data down to
 * @param prefixes the tag behind each template variable
 */
export function instancesOf(
  filters: readonly Filter[],
  rules: InstanceRules,
  prefixes: ReadonlyMap<string, string>,
): Instances {
  const keys = rules.labelKeys.map((key) => ({ key, tag: rules.datadogTags[key] ?? key }));
  const tags = new Set(keys.map(({ tag }) => tag));
  const selections = filters
    .map((filter) => restricted(selectionOf(filter), tags))
    .filter((selection) => selection.size > 0);
  const selection = selections.length === 0 ? new Map() : common(selections);
  return {
    labels: keys.flatMap(({ key, tag }) => labelsOf(key, selection.get(tag))),
    variables: keys.flatMap(({ key, tag }) => variableLabels(key, tag, filters, prefixes)),
  };
}

function restricted(selection: Selection, tags: ReadonlySet<string>): Selection {
  return new Map([...selection].filter(([key]) => tags.has(key)));
}

/** No label of a key where one of its values can't stand in a filter: the others alone would select too little. */
function labelsOf(key: string, values: ReadonlySet<string> = new Set()): RookoutLabel[] {
  try {
    return [...values].map((value) => RookoutLabel.of(key, value));
  } catch (error) {
    if (error instanceof BadInput) return [];
    throw error;
  }
}

function variableLabels(
  key: string,
  tag: string,
  filters: readonly Filter[],
  prefixes: ReadonlyMap<string, string>,
): VariableLabel[] {
  const names = filters
    .flatMap(variablesOf)
    .filter(({ name, key: own }) => (own ?? prefixes.get(name)) === tag)
    .map(({ name }) => name);
  return [...new Set(names)].map((variable) => ({ key, variable }));
}
