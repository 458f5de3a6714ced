import { stringEnd } from '../../json/scan';
import { MOST_SUBTRACTED, withoutSubtracted } from './difference';
import { Filter, Origin, QueryError } from './filter';
import { Formula, parseFormulas } from './formula';
import { tagsIn } from './grouping';
import { laterValueAt, refuseDirectives, refuseLater } from './later-value';
import { Room, roomOf } from './ranking';
import { parseScope } from './scope';

/** One metric of a query. */
export interface Metric {
  readonly scope: Filter;
  /** The tags that it groups by. */
  readonly groups: readonly string[];
  /** Whether another metric is subtracted from it: its scope leaves out what is subtracted. */
  readonly isMinuend?: boolean;
  /** What is certainly left of its lines, if a function leaves some out. */
  readonly room?: Room;
}

/** A metric where it stands in a query. */
interface Place {
  /** The name of the metric, with its aggregation: `max:a` and `min:a` have other values. */
  readonly name: string;
  readonly scope: Filter;
  groups: readonly string[];
}

/** The form of most queries: one metric, no arithmetic, and behind it functions that leave all lines. */
const PLAIN =
  /^\s*[\w.:]+\{((?:[^{}"$]|\$(?!\{))*)\}(?:\s*by\s*\{((?:[^{}$]|\$(?!\{))*)\})?(?:\.(?:as_count|as_rate|fill|rollup)\([\w\s,]*\))*\s*$/i;

/**
 * The metrics that a query shows, also inside functions and arithmetic. If a function aggregates the lines, as in
 * `percentile(avg:a{*} by {env,host}, 'p95', {env})`, the groups are the tags that it keeps. A function that
 * counts lines keeps none. What is subtracted is not shown.
 *
 * Source: https://docs.datadoghq.com/metrics/#anatomy-of-a-metric-query and
 * https://docs.datadoghq.com/dashboards/querying/ (nested queries)
 *
 * @throws QueryError if the query, or a scope in it, does not follow the syntax
 */
export function metricsOf(query: string): Metric[] {
  refuseDirectives(query);
  const plain = PLAIN.exec(query);
  if (plain) return [{ scope: parseScope(plain[1]), groups: plain[2] === undefined ? [] : tagsIn(plain[2]) }];
  const { text, places, origin } = withPlaceholders(query);
  if (places.length > 0) return parseFormulas(text, origin).flatMap((formula) => metricsIn(formula, places));
  refuseLater(text, origin);
  return [];
}

/** The names of the metrics in a query, with their aggregations, also of those that are subtracted. */
export function metricNames(query: string): string[] {
  return withPlaceholders(query).places.map(({ name }) => name);
}

const METRIC = /^\w+:[\w.]+(?=\{[^{}]*\}(?:\s*by\s*\{[^{}]*\})?[^{}]*$)/i;

/**
 * A query of one metric without that metric. Queries with the same rest have the same scopes and groups. Other queries
 * are returned whole.
 */
export function withoutMetric(query: string): string {
  return query.replace(METRIC, '');
}

function metricsIn({ added, subtracted, lines }: Formula, places: readonly Place[]): Metric[] {
  return added.flatMap((operand) => {
    const place = placeOf(operand.name, places);
    if (!place) return [];
    const others = subtracted.slice(0, MOST_SUBTRACTED + 1).flatMap((other) => {
      const it = placeOf(other.name, places);
      return it
        ? [{ filter: it.scope, isSame: other.shift === operand.shift && it.name === place.name }]
        : [];
    });
    const { kept } = operand;
    const groups = kept ? place.groups.filter((tag) => kept.includes(tag)) : place.groups;
    return {
      scope: withoutSubtracted(place.scope, others),
      groups,
      ...(others.length > 0 && { isMinuend: true }),
      ...(lines !== undefined && { room: roomOf(groups, lines) }),
    };
  });
}

const PLACEHOLDER = '_metric_';

function placeOf(name: string, places: readonly Place[]): Place | undefined {
  return name.startsWith(PLACEHOLDER) ? places[Number(name.slice(PLACEHOLDER.length))] : undefined;
}

/** A part of a query that was made a formula. */
interface Piece {
  /** Where it begins in the formula. */
  readonly at: number;
  /** Where it begins in the query. */
  readonly from: number;
  /** How many of its characters are those of the query: none if it is a name in place of a metric. */
  readonly length: number;
}

/** The query as a formula, with a name in place of each metric. */
interface MetricFormula {
  readonly text: string;
  readonly places: readonly Place[];
  /** The query. */
  readonly origin: Origin;
}

function withPlaceholders(query: string): MetricFormula {
  const places: Place[] = [];
  const pieces: Piece[] = [];
  let text = '';
  let end = 0;
  const add = (part: string, from: number, length = part.length): void => {
    pieces.push({ at: text.length, from, length });
    text += part;
  };
  let position = nextSign(query, 0);
  while (position < query.length) {
    const sign = query[position];
    const later = laterValueAt(query, position);
    if (later !== undefined) position += later.length;
    else if (sign === '"' || sign === "'" || sign === '`') position = endOfString(query, position);
    else if (sign === '}') throw new QueryError('A closing brace has no opening one', query, position);
    else if (sign !== '{') position++;
    else {
      const closing = endOfBraces(query, position);
      const last = places.at(-1);
      if (last && BY_BEFORE.test(query.slice(Math.max(end, position - LONGEST_BY), position))) {
        add(query.slice(end, position).replace(BY_BEFORE, ''), end);
        last.groups = tagsIn(query.slice(position + 1, closing));
        end = closing + 1;
      } else if (!/[(,]/.test(signBefore(query, position))) {
        const start = startOfMetric(query, position, end);
        const by = groupsAt(query, closing + 1);
        add(query.slice(end, start), end);
        add(` ${PLACEHOLDER}${places.length} `, start, 0);
        places.push({
          name: query.slice(start, position).trimEnd(),
          scope: parseScope(query.slice(position + 1, closing)),
          groups: by.groups,
        });
        end = by.end;
      }
      position = Math.max(closing + 1, end);
    }
    position = nextSign(query, position);
  }
  add(query.slice(end), end);
  return { text, places, origin: { text: query, positionOf: (inFormula) => positionIn(pieces, inFormula) } };
}

function positionIn(pieces: readonly Piece[], position: number): number {
  const { at, from, length } = [...pieces].reverse().find((piece) => piece.at <= position)!;
  return from + Math.min(position - at, length);
}

/** The last character before the position that is not white space. The tags that a function keeps follow `(` or `,`. */
function signBefore(query: string, position: number): string {
  let before = position - 1;
  while (before >= 0 && /\s/.test(query[before])) before--;
  return query[before] ?? '';
}

const BY = /\s*by\s*(?=\{)/iy;

/** A grouping that stands behind functions, as in `avg:a{*}.rollup(avg, 60) by {host}`. */
const BY_BEFORE = /\sby\s*$/i;
const LONGEST_BY = 20;

/** The tags behind a scope. */
function groupsAt(query: string, position: number): { readonly groups: string[]; readonly end: number } {
  BY.lastIndex = position;
  if (!BY.test(query)) return { groups: [], end: position };
  const start = BY.lastIndex;
  const end = endOfBraces(query, start);
  return { groups: tagsIn(query.slice(start + 1, end)), end: end + 1 };
}

/** How far before a scope its metric may begin with an expression. */
const LONGEST_EXPRESSION = 1000;

/**
 * The position of the metric before a scope: its name, with an aggregation before it. `count(v: v>=10):latency` counts
 * values.
 */
function startOfMetric(query: string, brace: number, floor: number): number {
  let start = brace;
  while (start > floor && /\s/.test(query[start - 1])) start--;
  while (start > floor) {
    const sign = query[start - 1];
    if (/[\w.:$]/.test(sign)) start--;
    else if (sign === '}' || (sign === ')' && query[start] === ':')) {
      const from = Math.max(floor, start - LONGEST_EXPRESSION);
      const opening = query.slice(from, start).lastIndexOf(sign === '}' ? '${' : '(');
      if (opening < 0) break;
      start = from + opening;
    } else break;
  }
  return start;
}

const SIGN = /["'`{}$]/g;
const SIGN_IN_BRACES = /["{}$]/g;

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
