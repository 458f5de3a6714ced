/**
 * What a query narrows its data down to: the scope of a metric query, or the search of a log, span or RUM query.
 */
export type Filter =
  /** Every one of them holds; of none, everything is selected. */
  | { readonly kind: 'and'; readonly of: readonly Filter[] }
  /** At least one of them holds. */
  | { readonly kind: 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  /** The tag or attribute has exactly that value. */
  | { readonly kind: 'tag'; readonly key: string; readonly value: string }
  /** The value has a wildcard, or is made of more than a template variable. */
  | { readonly kind: 'pattern'; readonly key: string; readonly value: string }
  /** A template variable, with the key that stands before it, if one does. */
  | { readonly kind: 'variable'; readonly name: string; readonly key?: string; readonly suffix?: string }
  /** Anything else: free text, a range, a comparison. */
  | { readonly kind: 'text'; readonly text: string };

/** Everything is selected. */
export const EVERYTHING: Filter = { kind: 'and', of: [] };

/** A query that does not follow Datadog's syntax. */
export class QueryError extends Error {
  public constructor(problem: string, text: string, position: number) {
    super(`${problem}, at character ${position + 1} of ${shortened(text)}`);
    this.name = 'QueryError';
  }
}

/** Values by key: of each key, one of the values is sure to hold for all that is selected. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a filter surely selects. A negation, a wildcard or a variable selects nothing for sure; of alternatives only
 * a key that each of them names does, with the values of all.
 */
export function selectionOf(filter: Filter): Selection {
  switch (filter.kind) {
    case 'tag':
      return new Map([[filter.key, new Set([filter.value])]]);
    case 'and':
      return merged(filter.of.map(selectionOf));
    case 'or':
      return common(filter.of.map(selectionOf));
    default:
      return new Map();
  }
}

/** The keys that any of the selections has, with the values of all. */
function merged(selections: readonly Selection[]): Selection {
  if (selections.length === 1) return selections[0];
  const result = new Map<string, Set<string>>();
  for (const selection of selections) {
    for (const [key, values] of selection) {
      const all = result.get(key) ?? new Set();
      for (const value of values) all.add(value);
      result.set(key, all);
    }
  }
  return result;
}

/** The keys that all of the selections have, with the values of all. */
export function common(selections: readonly Selection[]): Selection {
  const all = merged(selections);
  return new Map([...all].filter(([key]) => selections.every((selection) => selection.has(key))));
}

/** The template variables that narrow the selection down for sure. */
export function variablesOf(filter: Filter): Extract<Filter, { kind: 'variable' }>[] {
  if (filter.kind === 'variable') return [filter];
  return filter.kind === 'and' ? filter.of.flatMap(variablesOf) : [];
}

/** Whether a key that the test accepts stands anywhere in the filter, also behind a template variable. */
export function mentions(
  filter: Filter,
  test: (key: string) => boolean,
  variableTags: ReadonlyMap<string, string>,
): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.of.some((part) => mentions(part, test, variableTags));
    case 'not':
      return mentions(filter.of, test, variableTags);
    case 'tag':
    case 'pattern':
      return test(filter.key);
    case 'variable': {
      const key = filter.key ?? variableTags.get(filter.name);
      return key !== undefined && test(key);
    }
    case 'text':
      return false;
  }
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
