import { BadInput, oneOf } from '../../bad-input';
import { hasToken } from '../../terraform/tokens';
import { checkQuery } from '../query/balance';
import { JsonObject } from '../../json/value';

/** A query of a timeseries. */
export interface TimeseriesQuery {
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

/** A line of a timeseries: an expression over its queries. */
export interface TimeseriesFormula {
  /** The expression, for example `query1 / query2 * 100`. */
  readonly formula: string;
  /**
   * What the legend calls it.
   * @default - the formula itself
   */
  readonly alias?: string;
}

/** The vertical axis of a timeseries. */
export interface TimeseriesYAxis {
  /**
   * What stands beside the axis.
   * @default - nothing
   */
  readonly label?: string;
  /**
   * `linear`, `log`, `pow` or `sqrt`.
   * @default - Datadog's: linear
   */
  readonly scale?: string;
  /**
   * The lowest value, as text, or `auto`.
   * @default - Datadog's: auto
   */
  readonly min?: string;
  /**
   * The highest value, as text, or `auto`.
   * @default - Datadog's: auto
   */
  readonly max?: string;
  /**
   * Whether zero is always shown.
   * @default - Datadog's: true
   */
  readonly includeZero?: boolean;
}

/** A horizontal line or band across a timeseries. */
export interface TimeseriesMarker {
  /** Where it is, for example `y = 80` or `60 < y < 80`. */
  readonly value: string;
  /**
   * How it looks: severity and line, for example `error dashed`.
   * @default - Datadog's
   */
  readonly displayType?: string;
  /**
   * What stands beside it.
   * @default - nothing
   */
  readonly label?: string;
}

/** Events drawn over a timeseries. */
export interface TimeseriesEvent {
  /** The search that finds the events, for example `source:kubernetes`. */
  readonly q: string;
  /**
   * How several tags of the search combine: `and` or `or`.
   * @default - Datadog's: and
   */
  readonly tagsExecution?: string;
}

/** What a timeseries shows and how. Give exactly one of `query`, `queries` and `definition`. */
export interface TimeseriesOptions {
  /**
   * One metric query, for example `avg:kubernetes.memory.usage{kube_deployment:cartservice}`.
   * @default - `queries` or `definition`
   */
  readonly query?: string;
  /**
   * Several queries, each a line of its own unless `formulas` say otherwise.
   * @default - `query` or `definition`
   */
  readonly queries?: TimeseriesQuery[];
  /**
   * The lines, as expressions over the queries.
   * @default - one for each query
   */
  readonly formulas?: TimeseriesFormula[];
  /**
   * A whole timeseries definition in Datadog's JSON, kept as it is but for title, context link and the options
   * given beside it.
   * @default - `query` or `queries`
   */
  readonly definition?: any;
  /**
   * `line`, `bars`, `area` or `overlay`.
   * @default - line, or what the definition says
   */
  readonly displayType?: string;
  /**
   * The colours, by Datadog's name, for example `dog_classic` or `warm`.
   * @default - dog_classic, or what the definition says
   */
  readonly palette?: string;
  /**
   * Whether there is a legend.
   * @default - true, or what the definition says
   */
  readonly showLegend?: boolean;
  /**
   * `auto`, `horizontal` or `vertical`.
   * @default - auto, or what the definition says
   */
  readonly legendLayout?: string;
  /**
   * The legend's columns: of `avg`, `min`, `max`, `value`, `sum`.
   * @default - all of them, or what the definition says
   */
  readonly legendColumns?: string[];
  /**
   * The vertical axis.
   * @default - Datadog's, or what the definition says
   */
  readonly yaxis?: TimeseriesYAxis;
  /**
   * Horizontal lines and bands.
   * @default - none, or those of the definition
   */
  readonly markers?: TimeseriesMarker[];
  /**
   * Events drawn over the graph.
   * @default - none, or those of the definition
   */
  readonly events?: TimeseriesEvent[];
  /**
   * A time span of the graph's own, for example `1h`, `4h` or `1d`.
   * @default - the dashboard's, or what the definition says
   */
  readonly liveSpan?: string;
}

/** The words that Datadog's API takes, as of API v1. */
export const TIMESERIES_WORDS = {
  displayType: ['area', 'bars', 'line', 'overlay'],
  legendLayout: ['auto', 'horizontal', 'vertical'],
  legendColumns: ['value', 'avg', 'sum', 'min', 'max'],
  liveSpan: [
    ...['1m', '5m', '10m', '15m', '30m', '1h', '4h', '1d', '2d', '1w', '1mo', '3mo', '6mo', '1y'],
    ...['week_to_date', 'month_to_date', 'alert'],
  ],
} as const;

const LEGEND_COLUMNS = ['avg', 'min', 'max', 'value', 'sum'];

/**
 * The definition of a timeseries widget, with an empty title.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/timeseries/
 *
 * @throws BadInput where there is not exactly one of query, queries and definition, or one of them is no good
 */
export function timeseries(options: TimeseriesOptions): JsonObject {
  checkWords(options);
  const given = [options.query, options.queries, options.definition].filter((source) => source !== undefined);
  if (given.length !== 1) {
    throw new BadInput(
      'query, queries, definition',
      given.length,
      'of them are given, and a graph has one source',
      'Give exactly one of the three',
    );
  }
  return options.definition === undefined ? fromQueries(options) : fromDefinition(options);
}

function fromQueries(options: TimeseriesOptions): JsonObject {
  const queries = queriesOf(options);
  return {
    title: '',
    title_size: '16',
    title_align: 'left',
    show_legend: options.showLegend ?? true,
    legend_layout: options.legendLayout ?? 'auto',
    legend_columns: options.legendColumns ?? LEGEND_COLUMNS,
    ...time(options),
    type: 'timeseries',
    requests: [
      {
        formulas: formulasOf(options, queries),
        queries,
        response_format: 'timeseries',
        style: { palette: options.palette ?? 'dog_classic', line_type: 'solid', line_width: 'normal' },
        display_type: options.displayType ?? 'line',
      },
    ],
    ...surroundings(options),
  };
}

function fromDefinition(options: TimeseriesOptions): JsonObject {
  const definition = options.definition as JsonObject;
  if (typeof definition !== 'object' || definition === null || definition.type !== 'timeseries') {
    throw new BadInput(
      'definition.type',
      (definition as JsonObject | null)?.type,
      'is not "timeseries"',
      'Pass the definition of a timeseries widget; add other kinds with addWidget',
    );
  }
  if (options.formulas) {
    throw new BadInput(
      'formulas',
      options.formulas,
      'stand beside a definition, which has its own',
      'Put them into it',
    );
  }
  if (!Array.isArray(definition.requests)) {
    throw new BadInput('definition.requests', definition.requests, 'is no list', 'Give it its requests');
  }
  const restyled = options.palette !== undefined || options.displayType !== undefined;
  return {
    ...definition,
    ...(options.showLegend === undefined ? {} : { show_legend: options.showLegend }),
    ...(options.legendLayout === undefined ? {} : { legend_layout: options.legendLayout }),
    ...(options.legendColumns === undefined ? {} : { legend_columns: options.legendColumns }),
    ...time(options),
    ...(restyled ? { requests: (definition.requests as JsonObject[]).map((r) => restyle(r, options)) } : {}),
    ...surroundings(options),
  };
}

function restyle(request: JsonObject, { palette, displayType }: TimeseriesOptions): JsonObject {
  return {
    ...request,
    ...(palette === undefined ? {} : { style: { ...(request.style as JsonObject | undefined), palette } }),
    ...(displayType === undefined ? {} : { display_type: displayType }),
  };
}

function queriesOf({ query, queries }: TimeseriesOptions): JsonObject[] {
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

function formulasOf({ formulas }: TimeseriesOptions, queries: JsonObject[]): JsonObject[] {
  if (!formulas) return queries.map(({ name }) => ({ formula: name }));
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

function time({ liveSpan }: TimeseriesOptions): JsonObject {
  return liveSpan === undefined ? {} : { time: { live_span: liveSpan } };
}

function surroundings({ yaxis, events, markers }: TimeseriesOptions): JsonObject {
  return {
    ...(yaxis && { yaxis: snakeCase(yaxis) }),
    ...(events && { events: events.map(snakeCase) }),
    ...(markers && { markers: markers.map(snakeCase) }),
  };
}

function snakeCase(fields: object): JsonObject {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

function checkWords({ displayType, legendLayout, legendColumns, liveSpan }: TimeseriesOptions): void {
  checkWord('displayType', displayType);
  checkWord('legendLayout', legendLayout);
  for (const column of legendColumns ?? []) checkWord('legendColumns', column);
  checkWord('liveSpan', liveSpan);
}

/** A token is left to Datadog to check. */
function checkWord(what: keyof typeof TIMESERIES_WORDS, word: string | undefined): void {
  if (word !== undefined && !hasToken(String(word))) oneOf(what, word, TIMESERIES_WORDS[what]);
}
