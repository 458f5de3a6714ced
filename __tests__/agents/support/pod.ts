import { spawnSync } from 'child_process';
import { Command } from './agents';

/** A pod, as far as agents look at it. */
export interface Pod {
  readonly name: string;
  readonly namespace: string;
}

/**
 * Gives a program a host name, a name resolution and a file of the service account of its own, as in a pod. They are
 * seen by nothing else on the machine.
 */
const SCRIPT = `
hostname "$1"
account=/var/run/secrets/kubernetes.io/serviceaccount
mount -t tmpfs tmpfs /var/run
mkdir -p "$account"
printf %s "$2" > "$account/namespace"
printf '127.0.0.1 localhost\\n127.0.0.1 %s\\n' "$1" > /var/run/hosts
mount --bind /var/run/hosts /etc/hosts
shift 2
exec "$@"`;

/** The command, in a pod. */
export function inPod({ name, namespace }: Pod, command: Command): Command {
  const own = ['--user', '--map-root-user', '--mount', '--uts'];
  return ['unshare', ...own, 'sh', '-e', '-c', SCRIPT, 'sh', name, namespace, ...command];
}

/** Why programs can't be run as in a pod here. Undefined if they can. */
export function whyNoPods(): string | undefined {
  const [command, ...args] = inPod({ name: 'pod', namespace: 'shop' }, ['true']);
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) return `${command} is not installed`;
  return status === 0 ? undefined : stderr.split('\n')[0];
}
