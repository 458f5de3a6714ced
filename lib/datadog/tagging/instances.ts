import { BadInput } from '../../bad-input';
import { RookoutLabel } from '../../rookout/label';
import { common, Filter, mentions, selectionOf, variablesOf } from '../query/filter';
import { isObject } from '../../json/value';

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

/** A label whose value a template variable of the dashboard gives. */
export interface VariableLabel {
  readonly key: string;
  readonly variable: string;
}

/** The tag behind each template variable of a dashboard. */
export type VariableTags = ReadonlyMap<string, string>;

/** The tags behind the template variables of a dashboard's JSON. */
export function variableTagsOf(variables: unknown): VariableTags {
  const list: unknown[] = Array.isArray(variables) ? variables : [];
  return new Map(
    list
      .filter(isObject)
      .flatMap(({ name, prefix }): [string, string][] =>
        typeof name === 'string' && typeof prefix === 'string' ? [[name, prefix]] : [],
      ),
  );
}

/**
 * The labels of the instances that queries are sure to show. A query that names none, such as a limit drawn beside,
 * does not count; of the others only keys that all of them name surely do, with the values of all.
 *
 * @param filters what each query narrows its data down to
 */
export function labelsOf(
  filters: readonly Filter[],
  rules: InstanceRules,
  variableTags: VariableTags,
): RookoutLabel[] {
  const selections = naming(filters, rules, variableTags).map(selectionOf);
  if (selections.length === 0) return [];
  const selection = selections.length === 1 ? selections[0] : common(selections);
  const labels: RookoutLabel[] = [];
  for (const [tag, key] of rules) {
    const values = selection.get(tag);
    if (values) labels.push(...labelsOfKey(key, values));
  }
  return labels;
}

/** The labels whose values template variables give, in the same way. */
export function variableLabelsOf(
  filters: readonly Filter[],
  rules: InstanceRules,
  variableTags: VariableTags,
): VariableLabel[] {
  const selections = naming(filters, rules, variableTags).map((filter) =>
    variablesByTag(filter, variableTags),
  );
  if (selections.length === 0) return [];
  const selection = common(selections);
  return [...rules].flatMap(([tag, key]) =>
    Array.from(selection.get(tag) ?? [], (variable) => ({ key, variable })),
  );
}

/** The filters that have to do with instances, be it by a wildcard, a variable or a negation. */
function naming(filters: readonly Filter[], rules: InstanceRules, variableTags: VariableTags): Filter[] {
  const isRuled = (key: string): boolean => rules.has(key);
  return filters.filter((filter) => mentions(filter, isRuled, variableTags));
}

function variablesByTag(filter: Filter, variableTags: VariableTags): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { name, key = variableTags.get(name) } of variablesOf(filter)) {
    if (key !== undefined) names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  return names;
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
