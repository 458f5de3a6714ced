import { RunningInstances } from '../../rookout/running-instances';
import { FileError } from '../files/errors';
import { distinct } from '../files/paths';
import { readTextFile } from '../files/read';
import { counted, Terminal } from '../output/terminal';
import { documentsIn } from './documents';
import { FileValue } from './file-value';
import { GivenInstance } from './given';
import { instancesOfObject } from './kubernetes';
import { instancesInList } from './list';

/** What runs, as files tell it. */
export interface GivenInstances {
  readonly running: RunningInstances;
  readonly instances: readonly GivenInstance[];
  /** What there is to say of a file. */
  readonly notes: readonly { readonly path: string; readonly message: string }[];
}

/** The most names in a note. */
const MOST_NAMES = 5;

/**
 * Reads what runs: manifests of Kubernetes, what `kubectl get` writes, or lists of label sets, in YAML or JSON.
 *
 * @throws FileError if a file can't be read, or none tells of anything that runs: nothing can be compared with a part
 */
export function readInstances(paths: readonly string[], terminal: Terminal): GivenInstances {
  const instances: GivenInstance[] = [];
  const notes: { path: string; message: string }[] = [];
  for (const path of distinct(paths, terminal).values()) {
    const own = instancesInFile(path, terminal);
    const open = [...new Set(own.filter(({ open }) => open).map(({ title }) => title))];
    if (open.length > 0) notes.push({ path, message: aboutOpen(open) });
    for (const instance of own) instances.push(instance);
  }
  if (instances.length === 0) {
    throw new FileError(
      paths.join(', '),
      'has nothing in it that runs. Name manifests with Deployments, what "kubectl get deployments,statefulsets,' +
        'daemonsets -o yaml" writes, or a list of label sets',
    );
  }
  return { running: new RunningInstances(instances), instances, notes };
}

function instancesInFile(path: string, terminal: Terminal): GivenInstance[] {
  return documentsIn(readTextFile(path, terminal)).flatMap((document) => {
    const value = FileValue.whole(path, document);
    if (value.isMissing) return [];
    return Array.isArray(value.value) ? instancesInList(value) : instancesOfObject(value);
  });
}

function aboutOpen(titles: readonly string[]): string {
  const rest = titles.length - MOST_NAMES;
  return (
    `${counted(titles.length, 'workload')} may have any label, since ROOKOUT_LABELS can come from elsewhere ` +
    `(envFrom or valueFrom): ${titles.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  );
}
