import { drawnQueries, requestsOf } from '../datadog/query/requests';
import { QueryError } from '../datadog/query/filter';
import { parseFormula } from '../datadog/query/formula';
import { isObject, JsonObject, objectsIn } from '../json/value';
import { formatsOf } from './formats';
import { FormatModel, Series } from './model';
import { numberOf, objectOf, textOf } from './read';
import { unitOf } from './unit';

/** More lines are no clearer as a sample. */
const MOST_LINES = 5;

/** What a widget draws: a series for each formula, or for each query where there are no formulas. */
export function seriesOf(definition: JsonObject): Series[] {
  return requestsOf(definition).flatMap((request) => {
    const as = drawnAs(request.display_type);
    const formulas = objectsIn(request.formulas);
    if (formulas.length > 0) {
      const queries = new NamedQueries(objectsIn(request.queries));
      const formats = formatsOf(request);
      return formulas.map((formula) => formulaSeries(queries, formula, as, formats));
    }
    const queries = objectsIn(request.queries);
    if (queries.length > 0) {
      const { conditional_formats } = request;
      return queries.map((query) => seriesFrom({ queries: [query], conditional_formats }, '', as));
    }
    return [seriesFrom(request, aliasOf(request), as)];
  });
}

/** The queries of a widget as text that people can read. */
export function queryTexts(definition: JsonObject): string[] {
  return requestsOf(definition).flatMap((request) => textsOf(request));
}

function drawnAs(type: unknown): Series['as'] {
  return type === 'bars' || type === 'area' ? type : 'line';
}

/** The queries of a request, by their names. */
class NamedQueries {
  private readonly places = new Map<unknown, number[]>();

  public constructor(private readonly all: readonly JsonObject[]) {
    for (const [place, { name }] of all.entries()) {
      const same = this.places.get(name);
      if (same) same.push(place);
      else this.places.set(name, [place]);
    }
  }

  /** The first one of that name. */
  public named(name: string): JsonObject | undefined {
    const [place] = this.places.get(name) ?? [];
    return place === undefined ? undefined : this.all[place];
  }

  /** Those that a formula names, in order. All of them if it can't be read. */
  public usedBy(formula: string): readonly JsonObject[] {
    const places = namesIn(formula)?.flatMap((name) => this.places.get(name) ?? []);
    return places ? places.sort((one, other) => one - other).map((place) => this.all[place]) : this.all;
  }
}

function namesIn(formula: string): string[] | undefined {
  try {
    return [...parseFormula(formula).names];
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function formulaSeries(
  queries: NamedQueries,
  formula: JsonObject,
  as: Series['as'],
  formats: readonly FormatModel[],
): Series {
  const text = textOf(formula.formula);
  const drawn = { queries: queries.usedBy(text), formulas: [formula] };
  const single = queries.named(text);
  const name = textOf(formula.alias) || (single ? textsOf({ queries: [single] })[0] : text);
  const { count } = objectOf(formula.limit);
  const limit = Math.min(numberOf(count) ?? MOST_LINES, MOST_LINES);
  const unit = unitOf(formula, textOf(single?.query));
  return { ...seriesFrom(drawn, name, as), limit, unit, formats: [...formatsOf(formula), ...formats] };
}

function seriesFrom(request: JsonObject, name: string, as: Series['as']): Series {
  const shown = name || textsOf(request).join(', ');
  const unit = unitOf({}, textsOf(request).at(-1) ?? '');
  return { name: shown, tags: tagsOf(request), as, limit: MOST_LINES, unit, formats: formatsOf(request) };
}

/** The older form has its aliases beside the query. */
function aliasOf({ metadata }: JsonObject): string {
  return textOf(objectsIn(metadata)[0]?.alias_name);
}

function tagsOf(request: JsonObject): string[] {
  try {
    return [...new Set(drawnQueries({ requests: [request] }).flatMap(({ groups }) => groups))];
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}

function textsOf(request: JsonObject): string[] {
  const queries = objectsIn(request.queries).map(queryText);
  if (typeof request.q === 'string') queries.push(request.q);
  for (const [field, value] of Object.entries(request)) {
    if ((field.endsWith('_query') || field === 'query') && isObject(value)) {
      queries.push(queryText({ data_source: field.replace(/_?query$/, ''), ...value }));
    }
  }
  return queries;
}

/** A metric query as it is; of another source, the source, what it searches and what it computes. */
function queryText(query: JsonObject): string {
  if (typeof query.query === 'string') return query.query;
  const { search, compute } = query;
  const { aggregation, metric } = objectOf(compute);
  const searched = textOf(objectOf(search).query) || textOf(query.query_string);
  const computed = [aggregation, metric].map(textOf).filter(Boolean).join(' of ');
  const named = ['service', 'metric', 'stat', 'slo_id', 'primary_tag_value'].map((key) => textOf(query[key]));
  const source = textOf(query.data_source);
  return [source, searched || named.filter(Boolean).join(' '), computed].filter(Boolean).join(': ');
}
