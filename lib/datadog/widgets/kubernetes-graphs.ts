import { BadInput } from '../../bad-input';
import { RookoutLabel } from '../../rookout/label';
import { Texts } from '../../rookout/texts';
import { DatadogTags, tagsOfKey, tagValue } from '../tags';

/** A default graph of a service. */
export interface DefaultGraph {
  readonly subject: string;
  readonly query: string;
}

/**
 * The graphs of CPU and memory of the pods that the labels select. More labels limit the queries if their
 * keys have a Datadog tag.
 *
 * Source of the metrics: https://docs.datadoghq.com/containers/kubernetes/data_collected/
 *
 * @param labels the service's own label first
 * @param tags the Datadog tag of each label key
 * @throws BadInput if the first label's key has no Datadog tag
 */
export function kubernetesGraphs(
  labels: readonly RookoutLabel[],
  tags: DatadogTags,
  texts: Texts,
): DefaultGraph[] {
  const [own] = labels;
  if (tagsOfKey(tags, own.key).length === 0) {
    throw new BadInput(
      'labelKey',
      own.key,
      'has no known Datadog tag, so the default graphs would have no scope',
      `Name the tag, as in datadogTags: { "${own.key}": "kube_deployment" }, or pass graphs of your own`,
    );
  }
  const scope = labels
    .flatMap(({ key, value }) =>
      tagsOfKey(tags, key)
        .slice(0, 1)
        .map((tag) => `${tag}:${tagValue(tag, value)}`),
    )
    .join(',');
  return [
    {
      subject: texts.cpu,
      query: `sum:kubernetes.cpu.usage.total{${scope}} by {pod_name}`,
    },
    {
      subject: texts.memory,
      query: `sum:kubernetes.memory.usage{${scope}} by {pod_name}`,
    },
  ];
}
