/**
 * What a widget certainly draws of a query that is cut: for each tag, how many values it has room for. Of other tags it
 * may leave out any value.
 */
export type Room = ReadonlyMap<string, number>;

/** Functions that keep the first lines, such as `top`, `bottom_offset` and `top5_mean`. */
const RANKING = /^(?:top|bottom)(_offset|\d+_\w+)?$/;

/** Functions that take away values below or above a limit: of a line without other values nothing is left. */
const CUTOFF = /^cutoff_(?:min|max)$/;

/**
 * The number of lines that a call of a function certainly leaves, such as `top(query1, 10, 'mean', 'desc')` or
 * `top5_mean(query1)`. 0 if it may leave out any line. Undefined if it leaves all lines.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/rank/ and
 * https://docs.datadoghq.com/dashboards/functions/exclusion/
 *
 * @param numbers the arguments; undefined for each that is no number, or that only Terraform knows
 */
export function linesLeft(name: string, numbers: readonly (number | undefined)[]): number | undefined {
  if (CUTOFF.test(name)) return 0;
  const ranking = RANKING.exec(name);
  if (!ranking) return undefined;
  const [, variant] = ranking;
  if (variant === '_offset') return 0;
  return variant === undefined ? (numbers[1] ?? 0) : parseInt(variant, 10);
}

/**
 * The number of lines that a limit certainly leaves. Terraform also writes numbers as text. Of a number that only it knows, any
 * line may be left out. Undefined if there is no limit.
 */
export function limitOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const count = Number(value);
  return Number.isNaN(count) ? 0 : count;
}

/** The room of lines that are grouped by these tags. Lines of several tags may all have the same value of one. */
export function roomOf(groups: readonly string[], lines: number): Room | undefined {
  if (groups.length === 0) return undefined;
  return new Map(groups.length === 1 ? [[groups[0], lines]] : []);
}

/** The room that is left if both limit the lines. */
export function narrower(one: Room | undefined, other: Room | undefined): Room | undefined {
  if (!one || !other) return one ?? other;
  const shared = [...one].filter(([tag]) => other.has(tag));
  return new Map(shared.map(([tag, count]) => [tag, Math.min(count, other.get(tag)!)]));
}
