import fc from 'fast-check';
import { Filter } from '../../../lib/datadog/query/filter';

/**
 * What is true of one thing that reports data: its tags as `key:value`, the variables that let it through as
 * `$name`, and the texts that it matches.
 */
export type World = ReadonlySet<string>;

export const KEYS = ['env', 'service', 'kube_deployment', '@http.status_code'];
export const VALUES = ['a', 'ab', 'b', 'prod-1', 'eu.gcr.io/shop/cart:1'];
export const PATTERNS = ['a*', '*b', '*', 'prod-?', '$svc.value-1', 'a-$env'];
export const VARIABLES = ['svc', 'env', 'cluster-id', 'sync.table.name'];
export const TEXTS = ['timeout', 'error'];

/** A thing whose tags are often those that a filter has. A key may have several values. */
export const world: fc.Arbitrary<World> = fc
  .subarray([
    ...KEYS.flatMap((key) => VALUES.map((value) => `${key}:${value}`)),
    ...VARIABLES.map((name) => `$${name}`),
    ...TEXTS,
  ])
  .map((facts) => new Set(facts));

/** Whether the filter lets the thing through: what filters mean, written down without regard to their reader. */
export function holds(filter: Filter, facts: World): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.every((one) => holds(one, facts));
    case 'or':
      return filter.of.some((one) => holds(one, facts));
    case 'not':
      return !holds(filter.of, facts);
    case 'tag':
      return facts.has(`${filter.key}:${filter.value}`);
    case 'pattern':
      return matchesAny(filter.key, filter.value, facts);
    case 'range':
      return facts.has(`${filter.key}:${filter.range}`);
    case 'variable':
      return facts.has(`$${filter.name}`);
    case 'text':
    case 'unknown':
      return facts.has(filter.text);
  }
}

/** Whether a tag of that key fits the pattern. Of variables inside of it only the text is known. */
export function matchesAny(key: string, pattern: string, facts: World): boolean {
  const [start] = pattern.split(/[*?$]/);
  const end = pattern.split(/[*?]|\$\w+(?:\.value)?/).at(-1)!;
  return [...facts].some((fact) => fact.startsWith(`${key}:${start}`) && fact.endsWith(end));
}
