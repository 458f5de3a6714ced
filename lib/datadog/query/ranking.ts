/**
 * What a widget certainly draws of a query that is cut: for each tag, how many values it has room for. Of other tags it
 * may leave out any value. The limits in `group_by` of events do not count: Datadog's editor gives one to every query,
 * and few have more groups.
 */
export type Room = ReadonlyMap<string, number>;

const RANKING = /\b(?:top|bottom)(?:\d+_\w+|_offset)?\s*\(/;
const COUNTS = /\b(?:top|bottom)(\d+)_\w+\s*\(|,\s*(\d+)\s*,\s*['"]/g;

/**
 * The number of lines that a function such as `top(…, 10, 'mean', 'desc')` or `top5_mean(…)` keeps. Undefined if the
 * text has no such function.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/rank/
 */
export function rankedLines(text: string): number | undefined {
  if (!RANKING.test(text)) return undefined;
  const counts = Array.from(text.matchAll(COUNTS), ([, short, count = short]) => Number(count));
  return counts.length === 0 || text.includes('top_offset') ? 0 : Math.min(...counts);
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
