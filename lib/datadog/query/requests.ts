import { isObject, JsonObject, objectsIn } from '../../json/value';
import { DrawnQuery } from './drawn-query';
import { Formula, parseFormula } from './formula';
import { narrower, roomOf } from './ranking';
import { Recent } from './recent';
import { all, tagsFilter } from './sources/fields';
import { readOlderQueries, readQuery } from './sources/sources';

/**
 * The types of widgets that show one number for all groups, or how many groups have a value.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/ (pages Query Value, Heatmap and Distribution)
 */
const TOGETHER = new Set<unknown>(['distribution', 'heatmap', 'query_value']);

const FORMULAS = new Recent(parseFormula);

/**
 * The queries that a widget draws. A query that no formula of its request uses is not drawn, and neither is
 * that of an overlay, which marks events on the graph. The scope of a host map narrows its queries. Metric
 * queries with the same scope are the same object, if neither a formula nor the type of the widget adds to
 * them. A query of an unknown kind has a filter that selects everything.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/ (the request formats) and
 * https://docs.datadoghq.com/dashboards/querying/ (what formulas draw)
 *
 * @throws QueryError if a query or a formula does not follow its syntax
 */
export function drawnQueries(definition: JsonObject): DrawnQuery[] {
  const requests = requestsOf(definition);
  const drawn = requests.length === 1 ? drawnByRequest(requests[0]) : requests.flatMap(drawnByRequest);
  if (TOGETHER.has(definition.type)) return drawn.map((query) => ({ ...query, together: true }));
  if (definition.type !== 'hostmap') return drawn;
  const scope = tagsFilter(definition.scope);
  return drawn.map((query) => ({ ...query, filter: all(query.filter, scope) }));
}

/**
 * Most widgets have a list of requests. Some have an object, with a request for each role (`x`, `y`, `fill`,
 * `size`).
 */
export function requestsOf({ requests }: JsonObject): readonly JsonObject[] {
  return objectsIn(isObject(requests) ? Object.values(requests) : requests);
}

function drawnByRequest(request: JsonObject): DrawnQuery[] {
  if (request.display_type === 'overlay') return [];
  const drawn = drawnByFormulas(request);
  drawn.push(...readOlderQueries(request));
  if (isObject(request.query)) drawn.push(...readQuery(request.query));
  return drawn;
}

function drawnByFormulas(request: JsonObject): DrawnQuery[] {
  const drawn: DrawnQuery[] = [];
  const formulas = formulasOf(request);
  for (const query of objectsIn(request.queries)) {
    const naming = formulas.filter(({ names }) => names.has(query.name as string));
    if (formulas.length > 0 && naming.length === 0) continue;
    const aggregating = naming.some(({ kept }) => kept !== undefined);
    const isMinuend = naming.some(({ minuends }) => minuends.has(query.name as string));
    const lines = linesLeft(naming, request);
    for (const one of readQuery(query)) {
      const kept = aggregating ? { ...one, groups: keptGroups(one, naming) } : one;
      const cut =
        lines === undefined ? kept : { ...kept, room: narrower(kept.room, roomOf(kept.groups, lines)) };
      drawn.push(isMinuend ? { ...cut, isMinuend } : cut);
    }
  }
  return drawn;
}

function formulasOf(request: JsonObject): Formula[] {
  const formulas: Formula[] = [];
  for (const { formula, limit } of objectsIn(request.formulas)) {
    if (typeof formula !== 'string') continue;
    const read = FORMULAS.of(formula);
    const count = isObject(limit) ? limit.count : undefined;
    formulas.push(
      typeof count === 'number' ? { ...read, lines: Math.min(count, read.lines ?? count) } : read,
    );
  }
  return formulas;
}

/** The number of lines that are drawn, if no formula draws all of them. */
function linesLeft(formulas: readonly Formula[], { sort }: JsonObject): number | undefined {
  const sorted = isObject(sort) && typeof sort.count === 'number' ? sort.count : undefined;
  const counts = formulas.map(({ lines }) => lines).filter((lines) => lines !== undefined);
  const most = counts.length > 0 && counts.length === formulas.length ? Math.max(...counts) : undefined;
  return most === undefined || sorted === undefined ? (most ?? sorted) : Math.min(most, sorted);
}

/** The groups that all formulas keep. */
function keptGroups({ groups }: DrawnQuery, formulas: readonly Formula[]): readonly string[] {
  return groups.filter((tag) => formulas.every((formula) => formula.kept?.includes(tag) ?? true));
}
