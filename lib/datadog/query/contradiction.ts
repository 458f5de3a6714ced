import { Filter } from './filter';
import { leavesOf } from './leaves';

/**
 * Whether terms that must all be true may exclude each other, as `zone:x` and `zone:y` do, or `zone:x` and
 * `NOT (env:prod AND zone:x)`, whose rest may be true of all that is shown.
 */
export function mayContradict(terms: readonly Filter[]): boolean {
  const excluded = new Set(
    terms.flatMap((term) => (term.kind === 'not' ? namesIn(term).map(([name]) => name) : [])),
  );
  const wanted = new Map<string, { readonly name: string; readonly term: Filter }>();
  for (const term of terms) {
    if (term.kind === 'not') continue;
    for (const [name, tag] of namesIn(term)) {
      if (excluded.has(name) || excluded.has(tag)) return true;
      const known = wanted.get(tag);
      if (known && known.term !== term && known.name !== name) return true;
      if (!known) wanted.set(tag, { name, term });
    }
  }
  return false;
}

/** The tags in a term, each after its name: with its value, if that is exact. In lower case, as Datadog has them. */
function namesIn(term: Filter): [name: string, tag: string][] {
  return leavesOf(term).flatMap((leaf): [string, string][] => {
    if (!('key' in leaf) || leaf.key === undefined) return [];
    const tag = leaf.key.toLowerCase();
    return [[leaf.kind === 'tag' ? `${tag}:${leaf.value.toLowerCase()}` : tag, tag]];
  });
}
