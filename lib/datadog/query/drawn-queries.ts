import { isObject, JsonObject, objectsIn } from '../../json/value';
import { EVERYTHING, Filter } from './filter';
import { Formula, parseFormula } from './formula';
import { metricsOf, withoutMetric } from './metric-query';
import { narrower, Room, roomOf } from './ranking';
import { filterOfValue } from './reader';
import { Recent } from './recent';
import { parseScope } from './scope';
import { parseSearch } from './search';

/** A query whose lines a widget draws. */
export interface DrawnQuery {
  /** The filter of the query. */
  readonly filter: Filter;
  /** The source of its data, for example `metrics`. The mappings of template variables use the same names. */
  readonly source: string;
  /** The tags that it groups by. */
  readonly groups: readonly string[];
  /** Whether the widget shows all groups together, so that none of them can be clicked. */
  readonly together?: boolean;
  /** Whether another query is subtracted from it: the lines show only the rest. */
  readonly isMinuend?: boolean;
  /** What the widget certainly draws of it, if it draws only some of its lines. */
  readonly room?: Room;
}

/**
 * The types of widgets that show one number for all groups, or how many groups have a value.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/ (pages Query Value, Heatmap and Distribution)
 */
const TOGETHER = new Set<unknown>(['distribution', 'heatmap', 'query_value']);

/** Fields of a request that hold a search in the older form, `{ search: { query } }`, and their sources. */
const SEARCH_FIELDS = Object.entries({
  log_query: 'logs',
  apm_query: 'spans',
  rum_query: 'rum',
  event_query: 'events',
  network_query: 'network',
  security_query: 'security_signals',
  audit_query: 'audit',
  profile_metrics_query: 'profiles',
});

const METRIC_QUERIES = { metrics: metricReader('metrics'), cloud_cost: metricReader('cloud_cost') };
const SEARCHES = new Recent(parseSearch);
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
  const scope = tagsOf(definition.scope);
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
  if (typeof request.q === 'string') drawn.push(...metricQueries(request.q, 'metrics'));
  for (const [field, source] of SEARCH_FIELDS) {
    const query = request[field];
    if (isObject(query)) drawn.push({ filter: searchOf(query), source, groups: groupsOf(query) });
  }
  const { process_query: process, apm_stats_query: stats, query } = request;
  if (isObject(process)) drawn.push({ filter: tagsOf(process.filter_by), source: 'process', groups: [] });
  if (isObject(stats)) drawn.push({ filter: statsOf(stats), source: 'spans', groups: [] });
  if (isObject(query)) drawn.push(...queriesOf(query));
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
    for (const one of queriesOf(query)) {
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

function queriesOf(query: JsonObject): readonly DrawnQuery[] {
  const source = typeof query.data_source === 'string' ? query.data_source : 'metrics';
  if (typeof query.query === 'string' && (source === 'metrics' || source === 'cloud_cost')) {
    return metricQueries(query.query, source);
  }
  return [{ filter: filterOf(query, source), source, groups: groupsOf(query) }];
}

function metricQueries(text: string, source: keyof typeof METRIC_QUERIES): readonly DrawnQuery[] {
  return METRIC_QUERIES[source].of(text, withoutMetric(text));
}

function metricReader(source: string): Recent<readonly DrawnQuery[]> {
  return new Recent((text) =>
    metricsOf(text).map(({ scope, ...metric }) => ({ filter: scope, source, ...metric })),
  );
}

function filterOf(query: JsonObject, source: string): Filter {
  switch (source) {
    case 'apm_resource_stats':
    case 'apm_dependency_stats':
      return all(...fieldsOf(query, ['service', 'env']), primaryTagOf(query));
    case 'apm_metrics':
      return all(...fieldsOf(query, ['service']), scopeOf(query.query_filter));
    case 'slo':
      return scopeOf(query.additional_query_filters);
    case 'process':
    case 'container':
      return tagsOf([query.query_filter, query.tag_filters].flat());
    case 'product_analytics_extended':
      return isObject(query.query) ? searchOf(query.query) : EVERYTHING;
    default:
      return searchOf(query);
  }
}

function all(...of: readonly Filter[]): Filter {
  return { kind: 'and', of: of.filter((one) => one !== EVERYTHING) };
}

function scopeOf(filter: unknown): Filter {
  return typeof filter === 'string' ? parseScope(filter) : EVERYTHING;
}

function searchOf(query: JsonObject): Filter {
  const { search, query_string: queryString } = query;
  const text = isObject(search) && typeof search.query === 'string' ? search.query : queryString;
  return typeof text === 'string' ? SEARCHES.of(text) : EVERYTHING;
}

/** A filter for each of the fields that have one value, such as the service of an APM query. */
function fieldsOf(query: JsonObject, keys: readonly string[]): Filter[] {
  return keys.map((key) => valueOf(key, query[key]));
}

function primaryTagOf(query: JsonObject): Filter {
  const { primary_tag_name: name, primary_tag_value: value } = query;
  return typeof name === 'string' ? valueOf(name, value) : EVERYTHING;
}

function valueOf(key: string, value: unknown): Filter {
  return typeof value === 'string' && value !== '' ? filterOfValue(key, value) : EVERYTHING;
}

/** The older query of APM statistics. Its primary tag is written as `key:value`. */
function statsOf(query: JsonObject): Filter {
  return all(...fieldsOf(query, ['service', 'env']), scopeOf(query.primary_tag));
}

/** A list of searches, each often only a `key:value`. All of them must be true. */
function tagsOf(tags: unknown): Filter {
  if (!Array.isArray(tags)) return EVERYTHING;
  return all(...tags.filter((tag): tag is string => typeof tag === 'string').map(parseSearch));
}

/**
 * The facets that a query is grouped by. They are names, objects with one name each, or an object with a
 * list.
 */
function groupsOf({ group_by: groupBy }: JsonObject): string[] {
  const groups: unknown = isObject(groupBy) ? groupBy.fields : groupBy;
  return (Array.isArray(groups) ? groups : []).flatMap((group: unknown) => {
    const facet = isObject(group) ? group.facet : group;
    return typeof facet === 'string' ? facet : [];
  });
}
