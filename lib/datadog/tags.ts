import { hasToken, mapAroundTokens } from '../terraform/tokens';

/** The Datadog tag of each label key, or several tags, of which a graph uses the first that it has. */
export type DatadogTags = Readonly<Record<string, string | readonly string[]>>;

/**
 * The Datadog tags of each Rookout label key. An agent reports the kernel's host name, which in Kubernetes is the name
 * of the pod, where Datadog's `host` is the node.
 *
 * Source: https://docs.datadoghq.com/containers/kubernetes/tag/ and, for functions,
 * https://docs.datadoghq.com/serverless/aws_lambda/metrics/; measured for `$hostname` with Rookout's agents for Node
 * 0.144.0 and Python 0.1.209
 */
export const DATADOG_TAGS: DatadogTags = {
  k8s_deployment: 'kube_deployment',
  k8s_namespace: 'kube_namespace',
  k8s_statefulset: 'kube_stateful_set',
  k8s_daemonset: 'kube_daemon_set',
  k8s_cluster: 'kube_cluster_name',
  k8s_pod: 'pod_name',
  $hostname: ['pod_name', 'host'],
  service: 'service',
  env: 'env',
  version: 'version',
  aws_region: 'region',
  function_name: 'functionname',
};

/** The tags of a label key, in order. Empty if none is known. */
export function tagsOfKey(tags: DatadogTags, key: string): readonly string[] {
  return Object.prototype.hasOwnProperty.call(tags, key) ? [tags[key]].flat() : [];
}

/** JavaScript that does the same with the text `value`, for expressions that Datadog runs. It does not shorten. */
export const STORED_IN_JAVASCRIPT =
  "value.toLowerCase().replace(/(?:[^\\p{L}\\p{N}_\\-:.\\/]|_)+/gu, '_').replace(/_$/, '')";

/** The most characters of a tag, with its key. */
const LONGEST_TAG = 200;

/**
 * The value as Datadog stores it in a tag: in lower case, with `_` in place of other characters than letters, digits
 * and `_ - : . /`, and no `_` at the end. Tokens stay as they are.
 *
 * Source: https://docs.datadoghq.com/getting_started/tagging/#define-tags
 *
 * @param tag the key of the tag, which counts for its length
 */
export function tagValue(tag: string, value: string): string {
  const text = mapAroundTokens(value, (literal) =>
    literal.toLowerCase().replace(/(?:[^\p{L}\p{N}_\-:./]|_)+/gu, '_'),
  );
  const cut = hasToken(text) ? text : text.slice(0, LONGEST_TAG - tag.length - 1);
  return cut.replace(/_$/, '');
}
