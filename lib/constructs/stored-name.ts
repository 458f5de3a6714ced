import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { Conventions } from '../datadog/conventions';
import { tagsOfKey, tagValue } from '../datadog/tags';
import { hasToken } from '../terraform/tokens';

const warned = new WeakMap<IConstruct, Set<string>>();

/**
 * Warns if Datadog stores the name of a service as another text: labels are as they are given, tags are not. Graphs that
 * are tagged by their queries then have another label than those that name the service. One warning for each name.
 */
export function warnOfStoredName(
  construct: IConstruct,
  { labelKey, datadogTags }: Conventions,
  service: string | undefined,
): void {
  const [tag] = tagsOfKey(datadogTags, labelKey);
  if (typeof service !== 'string' || tag === undefined || hasToken(service)) return;
  const stored = tagValue(tag, service);
  const names = warned.get(construct) ?? new Set();
  if (stored === service || names.has(service)) return;
  warned.set(construct, names.add(service));
  Annotations.of(construct).addWarning(
    `[${construct.node.path}] The service "${service}" is "${stored}" in Datadog's tag ${tag}. ` +
      `If your instances can have the label ${labelKey}:${stored}, use this name: it is the same in tags and labels.`,
  );
}
