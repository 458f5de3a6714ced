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

/** Which tags of a query select instances: the label keys by tag, in the order in which they stand in a title. */
export type InstanceRules = ReadonlyMap<string, string>;

/**
 * The rules for label keys.
 *
 * @param labelKeys the label keys that make filters, in order
 * @param datadogTags the Datadog tag by label key; a key without one is its own tag
 */
export function instanceRules(
  labelKeys: readonly string[],
  datadogTags: Readonly<Record<string, string>>,
): InstanceRules {
  const tagOf = new Map(Object.entries(datadogTags));
  return new Map(labelKeys.map((key) => [tagOf.get(key) ?? key, key]));
}

/** A label whose value a template variable of the dashboard gives. */
export interface VariableLabel {
  readonly key: string;
  readonly variable: string;
}

/**
 * The labels of the instances that queries are sure to show. A query that names none, such as a limit drawn beside,
 * does not count; of the others only keys that all of them name do, with the values of all.
 *
 * @param filters what each query narrows its data down to
 */
export function labelsOf(filters: readonly Filter[], rules: InstanceRules): RookoutLabel[] {
  const selections = filters.map(selectionOf).filter((selection) => namesAny(selection, rules));
  if (selections.length === 0) return [];
  const selection = selections.length === 1 ? selections[0] : common(selections);
  const labels: RookoutLabel[] = [];
  for (const [tag, key] of rules) {
    const values = selection.get(tag);
    if (values) labels.push(...labelsOfKey(key, values));
  }
  return labels;
}

/** The labels whose values template variables give, in queries that they narrow down for sure. */
export function variableLabelsOf(
  filters: readonly Filter[],
  rules: InstanceRules,
  prefixes: ReadonlyMap<string, string>,
): VariableLabel[] {
  const variables = filters.flatMap(variablesOf);
  if (variables.length === 0) return [];
  return [...rules].flatMap(([tag, key]) => {
    const names = variables.filter((variable) => (variable.key ?? prefixes.get(variable.name)) === tag);
    return [...new Set(names.map(({ name }) => name))].map((variable) => ({ key, variable }));
  });
}

function namesAny(selection: Selection, rules: InstanceRules): boolean {
  for (const key of selection.keys()) if (rules.has(key)) return true;
  return false;
}

/** No label of a key where one of its values can't stand in a filter: the others alone would select too little. */
function labelsOfKey(key: string, values: ReadonlySet<string>): RookoutLabel[] {
  try {
    return Array.from(values, (value) => RookoutLabel.of(key, value));
  } catch (error) {
    if (error instanceof BadInput) return [];
    throw error;
  }
}
