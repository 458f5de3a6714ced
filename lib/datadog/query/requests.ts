import { isObject, JsonObject, objectsIn } from '../../json/value';
import { DrawnQuery } from './drawn-query';
import { MOST_SUBTRACTED, Subtracted, withoutSubtracted } from './difference';
import { Formula, parseFormula } from './formula';
import { Operand } from './formula-reader';
import { Layer, layersOf } from './host-map';
import { limitOf, narrower, roomOf } from './ranking';
import { Recent } from './recent';
import { all } from './sources/fields';
import { haveSameValues, readOlderQueries, readQuery } from './sources/sources';

/**
 * The types of widgets that show one number for all groups, or how many groups have a value. Of a grid it is not known
 * what can be clicked.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/ (pages Query Value, Heatmap and Distribution)
 */
const TOGETHER = new Set<unknown>(['distribution', 'heatgrid', 'heatmap', 'query_value']);

/** So few formulas are searched for a query. Of more, the uses of all queries are collected first. */
const FEW = 10;

const FORMULAS = new Recent(parseFormula);

/** Queries that are cut, by what is left of them. Those with the same rest are the same object. */
const CUTS = new WeakMap<readonly DrawnQuery[], Map<string, readonly DrawnQuery[]>>();

/**
 * The queries that a widget draws. A query that no formula of its request uses is not drawn, and neither is
 * that of an overlay, which marks events on the graph. The filters of a host map narrow its queries. Metric
 * queries with the same scope are the same object, if neither a formula nor the type of the widget adds to
 * them. A service map is itself a query.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/ (the request formats) and
 * https://docs.datadoghq.com/dashboards/querying/ (what formulas draw)
 *
 * @throws QueryError if a query or a formula does not follow its syntax
 */
export function drawnQueries(definition: JsonObject): DrawnQuery[] {
  if (definition.type === 'servicemap') return [...readQuery({ ...definition, data_source: 'service_map' })];
  if (definition.type === 'hostmap') return layersOf(definition).flatMap(drawnByLayer);
  const requests = requestsOf(definition);
  const drawn = requests.length === 1 ? drawnByRequest(requests[0]) : requests.flatMap(drawnByRequest);
  return TOGETHER.has(definition.type) ? drawn.map((query) => ({ ...query, together: true })) : drawn;
}

/**
 * Most widgets have a list of requests. Some have an object, with a request for each role (`x`, `y`, `fill`,
 * `size`). Host maps of entities have levels, each with a list.
 */
export function requestsOf(definition: JsonObject): readonly JsonObject[] {
  const { requests } = definition;
  if (!isObject(requests)) return objectsIn(requests);
  if (requests.request_type === 'infrastructure_hostmap') {
    return layersOf(definition).flatMap((layer) => layer.requests);
  }
  return objectsIn(Object.values(requests));
}

function drawnByLayer({ requests, filters, showsEntities, isOfCloud }: Layer): DrawnQuery[] {
  const drawn = requests.flatMap(drawnByRequest);
  const cloud = isOfCloud && { isOfCloud };
  if (showsEntities && drawn.length === 0)
    return [{ filter: all(...filters), source: 'infrastructure', groups: [], ...cloud }];
  return drawn.map((query) => ({ ...query, filter: all(query.filter, ...filters), ...cloud }));
}

function drawnByRequest(request: JsonObject): DrawnQuery[] {
  if (request.display_type === 'overlay') return [];
  const drawn = drawnByFormulas(request);
  drawn.push(...cutTo(limitOf(request.limit), readOlderQueries(request)));
  if (isObject(request.query)) drawn.push(...readQuery(request.query));
  return drawn;
}

function drawnByFormulas(request: JsonObject): DrawnQuery[] {
  const formulas = formulasOf(request);
  const queries = objectsIn(request.queries);
  if (formulas.length === 0) return queries.flatMap((query) => cut(query, readQuery(query), [], request));
  const arePlain = formulas.length < FEW && formulas.every(({ isPlain }) => isPlain);
  if (arePlain && request.sort === undefined && request.limit === undefined) {
    return queries.flatMap((query) => (isNamed(query, formulas) ? readQuery(query) : []));
  }
  const usesOf = usesByName(formulas);
  const named = new Map(queries.map((query) => [query.name, query]));
  return queries.flatMap((query) => {
    const uses = usesOf.get(query.name);
    if (!uses) return [];
    const drawn = cut(query, readQuery(query), uses, request);
    return differences(query, uses, named).flatMap((others) =>
      others.length === 0
        ? drawn
        : drawn.map((one) => ({ ...one, filter: withoutSubtracted(one.filter, others), isMinuend: true })),
    );
  });
}

function formulasOf(request: JsonObject): Formula[] {
  const formulas: Formula[] = [];
  for (const { formula, limit } of objectsIn(request.formulas)) {
    if (typeof formula !== 'string') continue;
    const read = FORMULAS.of(formula);
    const count = isObject(limit) ? limitOf(limit.count) : undefined;
    formulas.push(
      count === undefined ? read : { ...read, isPlain: false, lines: Math.min(count, read.lines ?? count) },
    );
  }
  return formulas;
}

function isNamed({ name }: JsonObject, formulas: readonly Formula[]): boolean {
  return formulas.some(({ added }) => added.some((operand) => operand.name === name));
}

/** The formulas that show a query, by its name. */
function usesByName(formulas: readonly Formula[]): ReadonlyMap<unknown, readonly Formula[]> {
  const uses = new Map<unknown, Formula[]>();
  for (const formula of formulas) {
    for (const name of new Set(formula.added.map((operand) => operand.name))) {
      const own = uses.get(name);
      if (own) own.push(formula);
      else uses.set(name, [formula]);
    }
  }
  return uses;
}

/**
 * What is subtracted from a query each time that a formula shows it. It is enough that one formula shows it whole.
 */
function differences(
  query: JsonObject,
  uses: readonly Formula[],
  named: ReadonlyMap<unknown, JsonObject>,
): (readonly Subtracted[])[] {
  const all = uses.flatMap(({ added, subtracted }) =>
    added
      .filter(({ name }) => name === query.name)
      .map(({ shift }) =>
        subtracted
          .slice(0, MOST_SUBTRACTED + 1)
          .flatMap((other) => takenAway(query, shift, other, named.get(other.name))),
      ),
  );
  const whole = all.find((others) => others.length === 0);
  return whole ? [whole] : all;
}

/** What an operand takes away from a query that a formula moves in time, or smooths, by `shift`. */
function takenAway(
  query: JsonObject,
  shift: string,
  other: Operand,
  named: JsonObject | undefined,
): Subtracted[] {
  if (!named) return [];
  const isSame = shift === other.shift && haveSameValues(query, named);
  return readQuery(named).map(({ filter }) => ({ filter, isSame }));
}

/** The older queries of a request, of which a table may limit the lines. */
function cutTo(limit: number | undefined, drawn: readonly DrawnQuery[]): readonly DrawnQuery[] {
  if (limit === undefined) return drawn;
  return drawn.map((query) => ({ ...query, room: narrower(query.room, roomOf(query.groups, limit)) }));
}

/** The queries with what formulas leave of their groups and lines. They are the same objects if that is everything. */
function cut(
  query: JsonObject,
  drawn: readonly DrawnQuery[],
  uses: readonly Formula[],
  request: JsonObject,
): readonly DrawnQuery[] {
  const kept = keptTags(query, uses);
  const lines = linesLeft(uses, request);
  if (!kept && lines === undefined) return drawn;
  const cuts = CUTS.get(drawn) ?? new Map<string, readonly DrawnQuery[]>();
  CUTS.set(drawn, cuts);
  const key = `${lines} ${JSON.stringify(kept)}`;
  if (!cuts.has(key))
    cuts.set(
      key,
      drawn.map((one) => left(one, kept, lines)),
    );
  return cuts.get(key)!;
}

function left(query: DrawnQuery, kept: readonly string[] | undefined, lines: number | undefined): DrawnQuery {
  const groups = kept ? query.groups.filter((tag) => kept.includes(tag)) : query.groups;
  const room = lines === undefined ? query.room : narrower(query.room, roomOf(groups, lines));
  return { ...query, groups, room };
}

/** The number of lines that are drawn, if no formula draws all of them, or the request sorts or limits them. */
function linesLeft(formulas: readonly Formula[], { sort, limit }: JsonObject): number | undefined {
  const counts = formulas.map(({ lines }) => lines).filter((lines) => lines !== undefined);
  const most = counts.length > 0 && counts.length === formulas.length ? Math.max(...counts) : undefined;
  const sorted = isObject(sort) ? limitOf(sort.count) : undefined;
  const limits = [most, sorted, limitOf(limit)].filter((lines) => lines !== undefined);
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** The tags that each use of a query keeps as groups. Undefined if none aggregates its lines. */
function keptTags(query: JsonObject, uses: readonly Formula[]): readonly string[] | undefined {
  const lists = uses.flatMap(({ added }) =>
    added.flatMap(({ name, kept }) => (name === query.name && kept ? [kept] : [])),
  );
  const [first, ...others] = lists;
  return first?.filter((tag) => others.every((list) => list.includes(tag)));
}
