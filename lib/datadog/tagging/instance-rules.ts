import { DrawnQuery } from '../query/drawn-query';
import { DatadogTags, tagsOfKey } from '../tags';
import { areOwnNames, HOST, Hosts, tagsIn } from './hosts';
import { Variables } from './variables';

/**
 * The label keys that make filters, in the order of the title. The key with the fewest instances comes first: a
 * workload or a server before a namespace, and a namespace before an environment. Those of Kubernetes that no agent
 * reports, such as `k8s_statefulset`, are left out.
 */
export const LABEL_KEYS: readonly string[] = [
  'k8s_deployment',
  'service',
  'function_name',
  '$hostname',
  'k8s_namespace',
  'env',
];

/** Functions have the same name in several regions, and the agents of AWS report the region. */
const REGION = { key: 'aws_region', beside: 'function_name' };

/** The rules by which the tags of queries become labels. */
export interface InstanceRules {
  /** The tags that select instances, each with its label key, in the order of the title. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** The tags of these that only select instances in a graph of functions. */
  readonly ofFunctions: ReadonlySet<string>;
  /** When the tag `host` is the name of an instance. */
  readonly hosts: Hosts;
  /** Whether a key with several values is left out. */
  readonly singleValues: boolean;
}

/** The settings of the rules, beside keys and tags. */
export type InstanceSettings = Partial<Pick<InstanceRules, 'hosts' | 'singleValues'>>;

/**
 * The rules for label keys. A tag makes one filter: if two keys have the same tag, only the first makes a
 * filter. A graph of functions also has their region.
 *
 * @param labelKeys the label keys that make filters, in order
 * @param datadogTags the Datadog tags of each label key; a key without an entry is itself the tag
 */
export function instanceRules(
  labelKeys: readonly string[],
  datadogTags: DatadogTags,
  { hosts = 'plain', singleValues = false }: InstanceSettings = {},
): InstanceRules {
  const keyOf = new Map<string, string>();
  const add = (key: string): void => {
    const tags = tagsOfKey(datadogTags, key);
    for (const tag of tags.length > 0 ? tags : [key]) if (!keyOf.has(tag)) keyOf.set(tag, key);
  };
  labelKeys.forEach(add);
  const named = new Set(keyOf.keys());
  if (labelKeys.includes(REGION.beside)) add(REGION.key);
  const ofFunctions = new Set([...keyOf.keys()].filter((tag) => !named.has(tag)));
  return { keyOf, ofFunctions, hosts, singleValues };
}

/**
 * The tags that select instances in a graph, each with its label key: those that are labels in any graph, without
 * `host` where hosts have other names, and without the region of what is no function.
 */
export function keysIn(
  rules: InstanceRules,
  queries: readonly DrawnQuery[],
  variables: Variables,
): ReadonlyMap<string, string> {
  const { keyOf, ofFunctions, hosts } = rules;
  const left = new Map(keyOf);
  if (left.has(HOST) && !areOwnNames(hosts, queries, variables)) left.delete(HOST);
  const functions = new Set([...keyOf].flatMap(([tag, key]) => (key === REGION.beside ? [tag] : [])));
  const isOfFunctions = queries.some((query) => tagsIn(query, variables).some((tag) => functions.has(tag)));
  if (!isOfFunctions) ofFunctions.forEach((tag) => left.delete(tag));
  return left;
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
