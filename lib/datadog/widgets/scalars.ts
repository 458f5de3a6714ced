import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { formulasOf, WidgetFormula } from './formulas';
import { checkWord } from './options';
import { queriesOf, WidgetQuery } from './queries';

/** A query whose values over the time span become one. */
export interface ScalarQuery extends WidgetQuery {
  /**
   * How they do: `avg`, `min`, `max`, `sum`, `last`, `area`, `l2norm` or `percentile`.
   * @default avg
   */
  readonly aggregator?: string;
}

/** A value that is shown: an expression over the queries. */
export interface ScalarFormula extends WidgetFormula {}

/** A value that is shown in another way where it meets a condition. */
export interface WidgetConditionalFormat {
  /** How the value compares: `=`, `>`, `>=`, `<` or `<=`. */
  readonly comparator: string;
  /** What it is compared with. */
  readonly value: number;
  /** The colours, by Datadog's name, for example `white_on_red`. */
  readonly palette: string;
}

/**
 * Where the values of a widget come from. Give exactly one of `query`, `queries` and `definition`.
 *
 * @internal
 */
export interface ScalarOptions {
  /**
   * One metric query, averaged over the time span.
   * @default - `queries` or `definition`
   */
  readonly query?: string;
  /**
   * Several queries, or one with an aggregator of its own.
   * @default - `query` or `definition`
   */
  readonly queries?: ScalarQuery[];
  /**
   * What is shown, as expressions over the queries.
   * @default - one for each query
   */
  readonly formulas?: ScalarFormula[];
  /**
   * A whole definition of the widget in Datadog's JSON, kept as it is but for title and context link.
   * @default - `query` or `queries`
   */
  readonly definition?: any;
  /**
   * A time span of the widget's own, for example `1h`, `4h` or `1d`.
   * @default - the dashboard's, or what the definition says
   */
  readonly liveSpan?: string;
}

/** The words that Datadog's API takes, as of API v1. */
export const SCALAR_WORDS = {
  aggregator: ['avg', 'min', 'max', 'sum', 'last', 'area', 'l2norm', 'percentile'],
  comparator: ['=', '>', '>=', '<', '<='],
  order: ['asc', 'desc'],
} as const;

/**
 * The request of a widget that shows one value for each query and group.
 *
 * @throws BadInput where a query or formula is invalid
 */
export function scalarRequest(options: Pick<ScalarOptions, 'query' | 'queries' | 'formulas'>): JsonObject {
  const queries = queriesOf(options).map((query, index) =>
    aggregated(query, index, options.queries?.[index]),
  );
  return { formulas: formulasOf(options.formulas, queries), queries, response_format: 'scalar' };
}

/** Events are computed over the time span anyway. */
function aggregated(query: JsonObject, index: number, { aggregator }: Partial<ScalarQuery> = {}): JsonObject {
  const what = `queries[${index}].aggregator`;
  if ('query' in query) {
    checkWord(what, aggregator, SCALAR_WORDS.aggregator);
    return { ...query, aggregator: aggregator ?? 'avg' };
  }
  if (aggregator === undefined) return query;
  throw new BadInput(what, aggregator, 'is for metrics', 'Say by aggregation how events are computed');
}

/**
 * How many groups a widget shows, and which: those with the highest values, or the lowest.
 *
 * @throws BadInput where the limit is no whole number from 1 on, or the order is not known
 */
export function sortBy(limit: number, order: string): JsonObject {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new BadInput('limit', limit, 'is no whole number from 1 on', 'Say how many are shown');
  }
  checkWord('order', order, SCALAR_WORDS.order);
  return { count: limit, order_by: [{ type: 'formula', index: 0, order }] };
}

/** @throws BadInput where a comparator is not known */
export function conditionalFormats(formats: readonly WidgetConditionalFormat[] | undefined): JsonObject {
  if (!formats) return {};
  formats.forEach(({ comparator }, index) =>
    checkWord(`conditionalFormats[${index}].comparator`, comparator, SCALAR_WORDS.comparator),
  );
  return { conditional_formats: formats.map((format) => ({ ...format })) };
}
