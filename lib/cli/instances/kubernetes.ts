import { FileValue } from './file-value';
import { saidLabels } from './environment';
import { GivenInstance } from './given';

/**
 * The instances of a Kubernetes object: one for each container of its pods. Objects without pods have none. A kind that
 * is not Kubernetes' own counts if it has a pod template where a Deployment has it.
 *
 * The label `k8s_deployment` is the name of a Deployment. Rookout's documentation promises it for no other kind.
 *
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/
 *
 * @throws FileError if it is not as Kubernetes wants it
 */
export function instancesOfObject(object: FileValue): GivenInstance[] {
  const kind = object.get('kind').text;
  if (kind === undefined) {
    throw object.refused(
      'has no "kind". Name manifests of Kubernetes, what kubectl get writes with -o yaml, or a list of label sets',
    );
  }
  if (!kind.endsWith('List')) return instancesOf(object, kind);
  return object.get('items').items.flatMap((item) => {
    const inner = item.get('kind').text ?? kind.slice(0, -'List'.length);
    if (inner.endsWith('List'))
      throw item.refused('is a list in a list. Write its items in a list of their own');
    return instancesOf(item, inner);
  });
}

function instancesOf(object: FileValue, kind: string): GivenInstance[] {
  const spec = podOf(object, kind).get('spec');
  const resident = spec
    .get('initContainers')
    .items.filter((one) => one.get('restartPolicy').text === 'Always');
  const containers = [...spec.get('containers').items, ...resident];
  if (containers.length === 0) return [];
  const metadata = object.get('metadata');
  const name = metadata.get('name').text ?? metadata.get('generateName').text;
  if (name === undefined) throw object.refused(`is a ${kind} without a name. Give it one, under metadata`);
  const own = ownLabels(metadata, kind, name);
  return containers.map((container) => {
    const said = saidLabels(container);
    // The user's own value wins over the agent's.
    const labels = new Map([...own.labels, ...said.labels]);
    for (const key of said.unknown) labels.delete(key);
    const unknown = new Set([...own.unknown].filter((key) => !labels.has(key)));
    return {
      name,
      title: `${kind} ${name}`,
      ...said,
      labels,
      unknown: new Set([...unknown, ...said.unknown]),
    };
  });
}

function podOf(object: FileValue, kind: string): FileValue {
  if (kind === 'Pod') return object;
  return kind === 'CronJob'
    ? object.get('spec', 'jobTemplate', 'spec', 'template')
    : object.get('spec', 'template');
}

/** The labels of the names of things, which nobody has to set. */
function ownLabels(
  metadata: FileValue,
  kind: string,
  name: string,
): { readonly labels: ReadonlyMap<string, string>; readonly unknown: ReadonlySet<string> } {
  const labels = new Map<string, string>();
  const unknown = new Set<string>();
  const namespace = metadata.get('namespace').text;
  if (namespace === undefined || namespace === '') unknown.add('k8s_namespace');
  else labels.set('k8s_namespace', namespace);
  if (kind === 'Deployment') labels.set('k8s_deployment', name);
  // What a Deployment has made, as kubectl lists it.
  else if (!metadata.get('ownerReferences').isMissing) unknown.add('k8s_deployment');
  return { labels, unknown };
}
