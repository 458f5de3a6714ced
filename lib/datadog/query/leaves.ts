import { Filter } from './filter';

/** A term of a filter: everything but `and`, `or` and `not`. */
export type Leaf = Exclude<Filter, { readonly kind: 'and' | 'or' | 'not' }>;

/** The terms of a filter, in order, also those that are negated. */
export function leavesOf(filter: Filter): Leaf[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(filter.of);
    default:
      return [filter];
  }
}

/** The tag that a term is about. Undefined if it is text, or a variable that can be any tag. */
export function tagOfLeaf(leaf: Leaf, tagOf: (variable: string) => string | undefined): string | undefined {
  if (leaf.kind === 'variable') return leaf.key ?? tagOf(leaf.name);
  return 'key' in leaf ? leaf.key : undefined;
}
