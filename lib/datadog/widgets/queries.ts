import { BadInput, oneOf } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { hasToken } from '../../terraform/tokens';
import { checkQuery } from '../query/balance';

/**
 * A query of a widget.
 *
 * @internal
 */
export interface WidgetQuery {
  /** The query in Datadog's language, for example `avg:kubernetes.memory.usage{kube_deployment:cartservice}`. */
  readonly query: string;
  /**
   * The name by which formulas refer to it.
   * @default - `query1`, `query2`, … by position
   */
  readonly name?: string;
  /**
   * Where the data comes from, for example `metrics` or `cloud_cost`.
   * @default metrics
   */
  readonly dataSource?: string;
}

/**
 * What a widget shows: an expression over its queries.
 *
 * @internal
 */
export interface WidgetFormula {
  /** The expression, for example `query1 / query2 * 100`. */
  readonly formula: string;
  /**
   * What the legend calls it.
   * @default - the formula itself
   */
  readonly alias?: string;
}

/** Where a widget's data comes from. Exactly one of `query`, `queries` and `definition` is given. */
export interface QueryOptions {
  readonly query?: string;
  readonly queries?: readonly WidgetQuery[];
  readonly formulas?: readonly WidgetFormula[];
  readonly definition?: any;
}

/** @throws BadInput where there is not exactly one source of data */
export function checkSource({ query, queries, definition }: QueryOptions): void {
  const given =
    Number(query !== undefined) + Number(queries !== undefined) + Number(definition !== undefined);
  if (given === 1) return;
  throw new BadInput(
    'query, queries, definition',
    given,
    'of them are given, and a graph has one source',
    'Give exactly one of the three',
  );
}

/**
 * The definition that the options bring, to be kept as it is.
 *
 * @throws BadInput where it is of another type, has no requests, or formulas stand beside it
 */
export function givenDefinition(type: string, { definition, formulas }: QueryOptions): JsonObject {
  if (typeof definition !== 'object' || definition === null || definition.type !== type) {
    throw new BadInput(
      'definition.type',
      definition?.type,
      `is not "${type}"`,
      `Pass the definition of a ${type} widget; add other kinds with addWidget`,
    );
  }
  if (formulas) throw besideDefinition('formulas', formulas);
  if (!Array.isArray(definition.requests)) {
    throw new BadInput('definition.requests', definition.requests, 'is no list', 'Give it its requests');
  }
  return definition;
}

/**
 * The queries in Datadog's JSON.
 *
 * @throws BadInput where one is no query, or two have the same name
 */
export function queriesOf({ query, queries }: QueryOptions): JsonObject[] {
  if (query !== undefined) {
    checkQuery('query', query);
    return [{ data_source: 'metrics', name: 'query1', query }];
  }
  if (queries!.length === 0) {
    throw new BadInput('queries', queries, 'is an empty list', 'Give at least one query');
  }
  const names = new Set<string>();
  return queries!.map((one, index) => {
    const name = one.name ?? `query${index + 1}`;
    checkQuery(`queries[${index}].query`, one.query);
    if (names.has(name)) {
      throw new BadInput(
        `queries[${index}].name`,
        name,
        'is the name of two queries',
        'Give each its own name',
      );
    }
    names.add(name);
    return { data_source: one.dataSource ?? 'metrics', name, query: one.query };
  });
}

/** Stands in most widgets: one object serves all of them. */
const ONLY_QUERY: readonly JsonObject[] = [{ formula: 'query1' }];

/**
 * The formulas in Datadog's JSON; one for each query where none are given.
 *
 * @throws BadInput where one is empty
 */
export function formulasOf(
  { query, formulas }: QueryOptions,
  queries: readonly JsonObject[],
): readonly JsonObject[] {
  if (!formulas) return query === undefined ? queries.map(({ name }) => ({ formula: name })) : ONLY_QUERY;
  return formulas.map(({ formula, alias }, index) => {
    if (typeof formula !== 'string' || formula.trim() === '') {
      throw new BadInput(
        `formulas[${index}].formula`,
        formula,
        'is empty',
        'Write an expression such as "query1"',
      );
    }
    return alias === undefined ? { formula } : { formula, alias };
  });
}

/**
 * Checks an option that takes one of Datadog's words. A token is left to Datadog to check.
 *
 * @throws BadInput naming the words that are allowed
 */
export function checkWord(what: string, word: string | undefined, allowed: readonly string[]): void {
  if (word !== undefined && !hasToken(String(word))) oneOf(what, word, allowed);
}

/** The time spans that Datadog's API takes, as of API v1. */
export const LIVE_SPANS = [
  ...['1m', '5m', '10m', '15m', '30m', '1h', '4h', '1d', '2d', '1w', '1mo', '3mo', '6mo', '1y'],
  ...['week_to_date', 'month_to_date', 'alert'],
] as const;

/**
 * A time span of the widget's own, where one is given.
 *
 * @throws BadInput where Datadog has no such span
 */
export function timeOf(liveSpan: string | undefined): JsonObject | undefined {
  checkWord('liveSpan', liveSpan, LIVE_SPANS);
  return liveSpan === undefined ? undefined : { time: { live_span: liveSpan } };
}

/** What a definition begins with; the title comes when its label filters are known. */
export const TITLE = { title: '', title_size: '16', title_align: 'left' } as const;

/** Options as Datadog's JSON: those that are given, with names in snake case. */
export function snakeCase(options: object): JsonObject {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/**
 * The definition of a widget of that type: the one that is given, or a new one with an empty title.
 *
 * @param own the options that say how a new one looks
 * @throws BadInput where there is not exactly one source of data, or such an option stands beside a definition
 */
export function definitionOf<P extends QueryOptions & { readonly liveSpan?: string }>(
  type: string,
  options: P,
  own: readonly (keyof P & string)[],
  build: () => JsonObject,
): JsonObject {
  checkSource(options);
  const time = timeOf(options.liveSpan);
  if (options.definition === undefined) return { ...TITLE, ...time, type, ...build() };
  const beside = own.find((name) => options[name] !== undefined);
  if (beside !== undefined) throw besideDefinition(beside, options[beside]);
  return { ...givenDefinition(type, options), ...time };
}

function besideDefinition(name: string, value: unknown): BadInput {
  return new BadInput(
    name,
    value,
    'stands beside a definition, which has its own',
    'Put it into the definition',
  );
}
