import { Filter } from '../../../../lib/datadog/query/filter';

/** What a scope selects, as the second grammar writes it down. An empty `and` selects everything. */
export type Meaning =
  | { readonly and: readonly Meaning[] }
  | { readonly or: readonly Meaning[] }
  | { readonly not: Meaning }
  | { readonly tag: string; readonly is: string }
  /** The value has a wildcard, or is made of more than a template variable. */
  | { readonly tag: string; readonly like: string }
  | { readonly variable: string; readonly suffix?: string; readonly tag?: string }
  /** Something that selects by no tag that has a name. */
  | { readonly unknown: true };

/** The filter that the library has read, in that form. What it does not claim to understand is unknown. Tags are in lower case. */
export function meaningOf(filter: Filter): Meaning {
  switch (filter.kind) {
    case 'and':
      return flattened({ and: filter.of.map(meaningOf) });
    case 'or':
      return flattened({ or: filter.of.map(meaningOf) });
    case 'not':
      return { not: meaningOf(filter.of) };
    case 'tag':
      return { tag: filter.key.toLowerCase(), is: filter.value.toLowerCase() };
    case 'pattern':
      return { tag: filter.key.toLowerCase(), like: filter.value.toLowerCase() };
    case 'variable': {
      const { name: variable, suffix, key } = filter;
      return { variable, ...(suffix && { suffix }), ...(key !== undefined && { tag: key.toLowerCase() }) };
    }
    default:
      return { unknown: true };
  }
}

/** The same meaning without parentheses that change nothing, as in `a:b AND (c:d AND e:f)`. */
export function flattened(meaning: Meaning): Meaning {
  if ('and' in meaning) {
    const and = meaning.and.map(flattened).flatMap((part) => ('and' in part ? part.and : [part]));
    return and.length === 1 ? and[0] : { and };
  }
  if ('or' in meaning) {
    const or = meaning.or.map(flattened).flatMap((part) => ('or' in part ? part.or : [part]));
    return { or };
  }
  return 'not' in meaning ? { not: flattened(meaning.not) } : meaning;
}

/** Whether a part of it is unknown. */
export function isDoubtful(meaning: Meaning): boolean {
  if ('and' in meaning) return meaning.and.some(isDoubtful);
  if ('or' in meaning) return meaning.or.some(isDoubtful);
  return 'not' in meaning ? isDoubtful(meaning.not) : 'unknown' in meaning;
}
