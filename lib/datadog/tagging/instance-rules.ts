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

/**
 * The label keys that say where instances run, or which version of a program. They do not name a workload.
 */
const PLACES: readonly string[] = ['k8s_namespace', 'k8s_cluster', 'env', 'aws_region', 'version'];

/** Whether the label key names a workload, such as a service, a deployment or a server. */
export function namesWorkload(key: string): boolean {
  return !PLACES.includes(key);
}

/**
 * The tags of the controllers of pods. A pod has only one of them.
 *
 * Source: https://docs.datadoghq.com/containers/kubernetes/tag/
 */
export const CONTROLLER_TAGS: ReadonlySet<string> = new Set([
  'kube_deployment',
  'kube_stateful_set',
  'kube_daemon_set',
]);
