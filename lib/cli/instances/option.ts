import { Command } from 'commander';
import { place } from '../options';

/** What of `--instances` a command takes. */
export interface InstancesOption {
  readonly instances?: readonly string[];
}

/** Adds `--instances`. It takes all that follows up to the next option, as a shell writes `*.yaml`. */
export function addInstancesOption(command: Command): Command {
  return command.option(
    '--instances <file...>',
    'what runs: manifests of Kubernetes, what kubectl get writes with -o yaml or json, or a list of label sets',
    (file: string, others?: readonly string[]) => [...(others ?? []), place(file)],
  );
}
