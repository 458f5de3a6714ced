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
