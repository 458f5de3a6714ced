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
  const size = sizeOf(varying);
  return size <= MOST && combinationsIn(varying, () => true).size === size;
}

/**
 * Whether every combination of values that the columns allow is in one of the chosen rows.
 *
 * @param columns for each column, the values of each row
 * @param isChosen whether a row is chosen
 */
export function isCovered(
  columns: readonly (readonly ReadonlySet<string>[])[],
  isChosen: readonly boolean[],
): boolean {
  if (!isChosen.includes(true)) return false;
  const varying = columns.filter((column) => !areSame(column));
  const size = sizeOf(varying);
  if (varying.length === 0 || size > MOST) return varying.length === 0;
  return combinationsIn(varying, (row) => isChosen[row]).size === size;
}

/** Whether all of the sets hold the same values. */
export function areSame([first, ...others]: readonly ReadonlySet<string>[]): boolean {
  return others.every(
    ({ size }, index) => size === first.size && [...first].every((value) => others[index].has(value)),
  );
}

/** The number of combinations that the columns allow. */
function sizeOf(columns: readonly (readonly ReadonlySet<string>[])[]): number {
  return columns.reduce(
    (product, column) => product * new Set(column.flatMap((values) => [...values])).size,
    1,
  );
}

/** The combinations that some of the rows have. */
function combinationsIn(
  columns: readonly (readonly ReadonlySet<string>[])[],
  isChosen: (row: number) => boolean,
): Set<string> {
  const rows = columns[0].map((_, row) => row).filter(isChosen);
  return new Set(rows.flatMap((row) => combinations(columns.map((column) => [...column[row]]))));
}

function combinations(sets: readonly (readonly string[])[]): string[] {
  return sets
    .reduce<string[][]>((all, set) => all.flatMap((one) => set.map((value) => [...one, value])), [[]])
    .map((combination) => JSON.stringify(combination));
}
