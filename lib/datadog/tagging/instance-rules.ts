/**
 * The label keys that make filters, in the order of the title. The key with the fewest instances comes first.
 */
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

/** The tags of queries that select instances, each with its label key, in the order of the title. */
export type InstanceRules = ReadonlyMap<string, string>;

/**
 * The rules for label keys. A tag makes one filter: if two keys have the same tag, only the first makes a
 * filter.
 *
 * @param labelKeys the label keys that make filters, in order
 * @param datadogTags the Datadog tag of each label key; a key without an entry is itself the tag
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
