/**
 * The filter of a query: the scope of a metric query, or the search of a log, span or RUM query.
 */
export type Filter =
  /** All of them are true. An empty list selects everything. */
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
  /** A range of the key's values, a comparison, or a value that is not understood: any values may be meant. */
  | { readonly kind: 'range'; readonly key: string; readonly range: string }
  /** Free text, or a tag without a value. It selects events, and says nothing of the tags that labels are made of. */
  | { readonly kind: 'text'; readonly text: string }
  /** Text that is not understood. It may select or exclude anything. */
  | { readonly kind: 'unknown'; readonly text: string };

/** Selects everything. */
export const EVERYTHING: Filter = { kind: 'and', of: [] };

/** A query that can't be read. */
export class QueryError extends Error {
  /** Whether it does not follow Datadog's syntax. Else more would have to be known to read it. */
  public readonly isMistake: boolean;

  public constructor(problem: string, text?: string, position = 0) {
    super(text === undefined ? problem : `${problem}, at character ${position + 1} of ${shortened(text)}`);
    this.name = 'QueryError';
    this.isMistake = text !== undefined;
  }
}

/** The text that another text was made of: people know it, so errors show it. */
export interface Origin {
  readonly text: string;
  /** The position in that text of a position in the other one. */
  positionOf(position: number): number;
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
