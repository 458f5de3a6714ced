import { stringEnd } from '../../json/scan';
import { Filter, QueryError } from './filter';
import { countsLines } from './formula';
import { tagsIn } from './grouping';
import { laterValueAt, refuseDirectives } from './later-value';
import { rankedLines, Room, roomOf } from './ranking';
import { parseScope } from './scope';

const SIGN = /["'{}$-]/g;
const SIGN_IN_BRACES = /["{}$]/g;

/** One metric of a query. */
export interface Metric {
  readonly scope: Filter;
  /** The tags that it groups by. */
  readonly groups: readonly string[];
  /** Whether another metric is subtracted from it. */
  readonly isMinuend: boolean;
  /** What is certainly left of its lines, if a function keeps only the first of them. */
  readonly room?: Room;
}

/**
 * The metrics of a query, also inside functions and arithmetic. If a function aggregates the lines, as in
 * `percentile(avg:a{*} by {env,host}, 'p95', {env})`, the groups are the tags that it keeps. A function that
 * counts lines keeps none.
 *
 * Source: https://docs.datadoghq.com/metrics/#anatomy-of-a-metric-query and
 * https://docs.datadoghq.com/dashboards/querying/ (nested queries)
 *
 * @throws QueryError if the query, or a scope in it, does not follow the syntax
 */
export function metricsOf(query: string): Metric[] {
  refuseDirectives(query);
  const metrics: { scope: Filter; groups: readonly string[]; isMinuend: boolean }[] = [];
  const kept: (readonly string[])[] = countsLines(query) ? [[]] : [];
  let minuends = 0;
  let position = nextSign(query, 0);
  while (position < query.length) {
    const sign = query[position];
    const later = laterValueAt(query, position);
    if (later !== undefined) position += later.length;
    else if (sign === '"' || sign === "'") position = endOfString(query, position);
    else if (sign === '}') throw new QueryError('A closing brace has no opening one', query, position);
    else if (sign === '{') {
      const end = endOfBraces(query, position);
      const inside = query.slice(position + 1, end);
      const before = textBefore(query, position);
      if (/(^|[\s})])by$/i.test(before)) {
        const last = metrics.at(-1);
        if (last) last.groups = tagsIn(inside);
      } else if (/[(,]$/.test(before)) kept.push(tagsIn(inside));
      else {
        while (minuends > 0) metrics[--minuends].isMinuend = true;
        metrics.push({ scope: parseScope(inside), groups: [], isMinuend: false });
      }
      position = end + 1;
    } else {
      if (sign === '-' && /[\w)}]$/.test(textBefore(query, position))) minuends = metrics.length;
      position++;
    }
    position = nextSign(query, position);
  }
  const lines = rankedLines(query);
  if (kept.length === 0 && lines === undefined) return metrics;
  return metrics.map(({ groups: all, ...metric }) => {
    const groups = all.filter((tag) => kept.every((tags) => tags.includes(tag)));
    return { ...metric, groups, room: lines === undefined ? undefined : roomOf(groups, lines) };
  });
}

const METRIC = /\w+:[\w.]+(?=\{)/y;

/**
 * The query without the metric at its beginning. Queries with the same rest have the same scopes and groups.
 */
export function withoutMetric(query: string): string {
  METRIC.lastIndex = 0;
  return METRIC.test(query) ? query.slice(METRIC.lastIndex) : query;
}

/** The last characters before the position that are not white space. */
function textBefore(query: string, position: number): string {
  let end = position;
  while (end > 0 && /\s/.test(query[end - 1])) end--;
  return query.slice(Math.max(0, end - 3), end);
}

/** The position of the next character that means something, from the position on. */
function nextSign(query: string, position: number, sign = SIGN): number {
  sign.lastIndex = position;
  return sign.exec(query)?.index ?? query.length;
}

function endOfBraces(query: string, start: number): number {
  let position = nextSign(query, start + 1, SIGN_IN_BRACES);
  while (position < query.length && query[position] !== '{') {
    if (query[position] === '}') return position;
    const later = laterValueAt(query, position);
    if (later !== undefined) position += later.length;
    else if (query[position] === '"') position = endOfString(query, position);
    else position++;
    position = nextSign(query, position, SIGN_IN_BRACES);
  }
  throw new QueryError('A brace is not closed', query, start);
}

/** The position after a quoted string. */
function endOfString(query: string, start: number): number {
  const end = stringEnd(query, start + 1, query[start]);
  if (end < 0) throw new QueryError('A quotation is not closed', query, start);
  return end + 1;
}
