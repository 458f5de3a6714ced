import { oneOf } from '../../bad-input';
import { DrawnQuery } from '../query/drawn-query';
import { leavesOf, tagOfLeaf } from '../query/leaves';
import { Variables } from './variables';

/** Datadog's tag for the machine that a program runs on. In Kubernetes this is the node. */
export const HOST = 'host';

/** When the tag `host` is the name that a program itself has for its machine, by the words of `hosts`. */
export class HostNames {
  /** Unless something in the queries says that the graph is of containers or of a cloud. */
  public static readonly PLAIN: string = 'plain';
  /** Always: programs run on the network of their hosts, and Datadog uses the names that the hosts have themselves. */
  public static readonly ALWAYS: string = 'always';
  /** Never. */
  public static readonly NEVER: string = 'never';

  private constructor() {}
}

/** The words of `hosts`. */
export type Hosts = 'plain' | 'always' | 'never';

/** @throws BadInput if it is not one of the words */
export function checkHosts(value: unknown): void {
  oneOf('hosts', value as string, Object.values(HostNames));
}

/** Tags of containers. Where one of them is, a program has the name of its container. */
const CONTAINER_TAG =
  /^((kube|pod|container|docker|ecs|task)_|(image_(name|tag|id)|short_image|display_container_name)$)/;

/** Tags of machines in a cloud, which Datadog often calls by the names or ids that the cloud gives them. */
const CLOUD_TAG =
  /^((aws|gcp|azure|cloud|subscription)_|(availability-zone|auto-?scaling_?group|instance[-_](id|type))$)/;

/** Ids that clouds give to machines, and names of nodes that hosted Kubernetes makes. */
const CLOUD_ID = /^(i-[0-9a-f]{8,17}|\d{15,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(gke|aks)-.*)$/;

/**
 * Whether the tag `host` of a graph has the values that agents report as `$hostname`: the names that machines have
 * themselves.
 *
 * Source: measured with Rookout's agents for Node 0.144.0 and Python 0.1.209, which report the kernel's host name, and
 * https://docs.datadoghq.com/agent/faq/how-datadog-agent-determines-the-hostname/
 */
export function areOwnNames(hosts: Hosts, queries: readonly DrawnQuery[], variables: Variables): boolean {
  if (hosts !== 'plain') return hosts === 'always';
  return queries.every((query) => {
    const leaves = leavesOf(query.filter);
    const isCloudHost = leaves.some(
      (leaf) => 'value' in leaf && leaf.key === HOST && CLOUD_ID.test(leaf.value),
    );
    const isInCloud = tagsIn(query, variables).some((tag) => isOfContainer(tag) || CLOUD_TAG.test(tag));
    return !query.isOfCloud && !isCloudHost && !isInCloud;
  });
}

/** Whether only containers have the tag. */
export function isOfContainer(tag: string): boolean {
  return CONTAINER_TAG.test(tag);
}

/** The tags that a query has conditions on, or is grouped by. */
export function tagsIn({ filter, groups, source }: DrawnQuery, variables: Variables): string[] {
  const tagOf = (name: string): string | undefined => variables.tagOf(name, source);
  return [...groups, ...leavesOf(filter).flatMap((leaf) => tagOfLeaf(leaf, tagOf) ?? [])];
}
