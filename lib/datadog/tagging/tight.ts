/** The largest number of pairs to compare one by one. */
const MOST = 1000;

/**
 * Whether every combination of values that the columns allow is in one of the rows, so that nothing is
 * selected that no row shows. It is false for the rows `service:a,env:x` and `service:b,env:y`: their columns
 * also allow `service:a` with `env:y`.
 *
 * @param columns for each column, the values of each row
 */
export function isTight(columns: readonly (readonly ReadonlySet<string>[])[]): boolean {
  const varying = columns.filter((column) => !areSame(column));
  if (varying.length < 2) return true;
  const wholes = varying.map((column) => new Set(column.flatMap((values) => [...values])));
  const size = wholes.reduce((product, whole) => product * whole.size, 1);
  if (size > MOST) return false;
  const rows = varying[0].map((_, row) => combinations(varying.map((column) => [...column[row]])));
  return new Set(rows.flat()).size === size;
}

/** Whether all of the sets hold the same values. */
export function areSame([first, ...others]: readonly ReadonlySet<string>[]): boolean {
  return others.every(
    ({ size }, index) => size === first.size && [...first].every((value) => others[index].has(value)),
  );
}

function combinations(sets: readonly (readonly string[])[]): string[] {
  return sets
    .reduce<string[][]>((all, set) => all.flatMap((one) => set.map((value) => [...one, value])), [[]])
    .map((combination) => JSON.stringify(combination));
}
