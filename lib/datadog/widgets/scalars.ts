import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { knownObjects } from '../../terraform/known-list';
import { snakeCase } from '../snake-case';
import { formulasOf, WidgetFormula } from './formulas';
import { checkWord } from './check-word';
import { queriesOf, WidgetQuery } from './queries';
import { WidgetAggregator, WidgetComparator, WidgetOrder } from './query-words';

/** A query of a widget that shows one value for the whole time frame. */
export interface ScalarQuery extends WidgetQuery {
  /**
   * How the values of the time frame become one, for metrics, by a word of `WidgetAggregator`: `avg`, `min`,
   * `max`, `sum`, `last`, `area`, `l2norm` or `percentile`.
   * @default avg
   */
  readonly aggregator?: string;
}

/** A formula of a widget that shows one value for the whole time frame. */
export interface ScalarFormula extends WidgetFormula {}

/** A conditional format of a widget. */
export interface WidgetConditionalFormat {
  /** The comparator, by a word of `WidgetComparator`: `=`, `>`, `>=`, `<` or `<=`. */
  readonly comparator: string;
  /** The value to compare with. */
  readonly value: number;
  /** The color palette, by Datadog's name, for example `white_on_red`. */
  readonly palette: string;
}

/**
 * The data of a widget. Give exactly one of `query`, `queries` and `definition`.
 *
 * @internal
 */
export interface ScalarOptions {
  /**
   * One metric query. Its values are averaged over the time frame.
   * @default - `queries` or `definition`
   */
  readonly query?: string;
  /**
   * Several queries, or one with its own aggregator.
   * @default - `query` or `definition`
   */
  readonly queries?: ScalarQuery[];
  /**
   * Formulas over the queries.
   * @default - one for each query
   */
  readonly formulas?: ScalarFormula[];
  /**
   * A widget definition in Datadog's JSON: an object, or JSON text. Only its title and context link change.
   * @default - `query` or `queries`
   */
  readonly definition?: any;
  /**
   * The time frame of this widget, by a word of `WidgetLiveSpan`, for example `1h`, `4h` or `1d`.
   * @default - the time frame of the dashboard, or of the definition
   */
  readonly liveSpan?: string;
}

export const SCALAR_WORDS = {
  aggregator: Object.values(WidgetAggregator),
  comparator: Object.values(WidgetComparator),
  order: Object.values(WidgetOrder),
};

/**
 * The request of a widget that shows one value for each query and group.
 *
 * @throws BadInput if a query or formula is invalid
 */
export function scalarRequest(options: Pick<ScalarOptions, 'query' | 'queries' | 'formulas'>): JsonObject {
  const queries = queriesOf(options).map((query, index) =>
    aggregated(query, index, options.queries?.[index]),
  );
  return { formulas: formulasOf(options.formulas, queries), queries, response_format: 'scalar' };
}

/** Only metric queries have an aggregator. Queries of events have an aggregation. */
function aggregated(query: JsonObject, index: number, { aggregator }: Partial<ScalarQuery> = {}): JsonObject {
  const what = `queries[${index}].aggregator`;
  if ('query' in query) {
    checkWord(what, aggregator, SCALAR_WORDS.aggregator);
    return { ...query, aggregator: aggregator ?? 'avg' };
  }
  if (aggregator === undefined) return query;
  throw new BadInput(what, aggregator, 'is for metrics', 'For events, use aggregation');
}

/**
 * The number of groups that a widget shows, and their order, in Datadog's JSON.
 *
 * @throws BadInput if the limit is not a whole number from 1 on, or the order is unknown
 */
export function sortBy(limit: number, order: string): JsonObject {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new BadInput('limit', limit, 'is not a whole number from 1 on', 'Pass how many are shown');
  }
  checkWord('order', order, SCALAR_WORDS.order);
  return { count: limit, order_by: [{ type: 'formula', index: 0, order }] };
}

/** @throws BadInput if a comparator is unknown */
export function conditionalFormats(formats: readonly WidgetConditionalFormat[] | undefined): JsonObject {
  if (!formats) return {};
  knownObjects('conditionalFormats', formats).forEach(({ comparator }, index) =>
    checkWord(`conditionalFormats[${index}].comparator`, comparator, SCALAR_WORDS.comparator),
  );
  return { conditional_formats: formats.map(snakeCase) };
}
