import { Filter } from './filter';

/** A query that is subtracted. */
export interface Subtracted {
  readonly filter: Filter;
  /** Whether it is of the same values, so that it takes away what both select. */
  readonly isSame: boolean;
}

/** The most queries that are taken away one by one. If there are more, it is not certain what is left. */
export const MOST_SUBTRACTED = 100;

const DOUBT: Filter = { kind: 'unknown', text: 'what is subtracted' };

/**
 * What a query shows if others are subtracted from it. Where both select the same values nothing is left. Others only
 * change the values, but which of several instances are left is then not certain.
 */
export function withoutSubtracted(filter: Filter, subtracted: readonly Subtracted[]): Filter {
  if (subtracted.length === 0) return filter;
  if (subtracted.length > MOST_SUBTRACTED) return { kind: 'and', of: [filter, DOUBT] };
  const taken = subtracted.filter(({ isSame }) => isSame);
  const others = subtracted.filter(
    (one) => !one.isSame && JSON.stringify(one.filter) !== JSON.stringify(filter),
  );
  return {
    kind: 'and',
    of: [
      filter,
      ...taken.map((one): Filter => ({ kind: 'not', of: one.filter })),
      ...(others.length > 0 ? [DOUBT] : []),
    ],
  };
}
