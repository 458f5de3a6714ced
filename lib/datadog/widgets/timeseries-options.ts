import { WidgetFormula } from './formulas';
import { WidgetQuery } from './queries';

/** A query of a timeseries. */
export interface TimeseriesQuery extends WidgetQuery {}

/** A line of a timeseries: an expression over its queries. */
export interface TimeseriesFormula extends WidgetFormula {}

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
