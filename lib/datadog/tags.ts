import { hasToken, mapAroundTokens } from '../terraform/tokens';

/**
 * The Datadog tag for each Rookout label key.
 *
 * Source: https://docs.datadoghq.com/containers/kubernetes/tag/ and, for functions,
 * https://docs.datadoghq.com/serverless/aws_lambda/metrics/
 */
export const DATADOG_TAGS: Readonly<Record<string, string>> = {
  k8s_deployment: 'kube_deployment',
  k8s_namespace: 'kube_namespace',
  k8s_statefulset: 'kube_stateful_set',
  k8s_daemonset: 'kube_daemon_set',
  k8s_cluster: 'kube_cluster_name',
  k8s_pod: 'pod_name',
  $hostname: 'host',
  service: 'service',
  env: 'env',
  version: 'version',
  aws_region: 'region',
  function_name: 'functionname',
};

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
