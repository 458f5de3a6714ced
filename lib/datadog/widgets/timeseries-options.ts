import { WidgetFormula } from './formulas';
import { WidgetQuery } from './queries';

/** A query of a timeseries. */
export interface TimeseriesQuery extends WidgetQuery {}

/** A formula of a timeseries. */
export interface TimeseriesFormula extends WidgetFormula {}

/** The y-axis of a timeseries. */
export interface TimeseriesYAxis {
  /**
   * The label of the axis.
   * @default - nothing
   */
  readonly label?: string;
  /**
   * The scale: `linear`, `log`, `pow` or `sqrt`.
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

/** A marker of a timeseries: a horizontal line or band. */
export interface TimeseriesMarker {
  /** The position, for example `y = 80` or `60 < y < 80`. */
  readonly value: string;
  /**
   * The style: severity and line, for example `error dashed`.
   * @default - Datadog's
   */
  readonly displayType?: string;
  /**
   * The label of the marker.
   * @default - nothing
   */
  readonly label?: string;
}

/** An event overlay of a timeseries. */
export interface TimeseriesEvent {
  /** The search that finds the events, for example `source:kubernetes`. */
  readonly q: string;
  /**
   * How tags of the search are combined: `and` or `or`.
   * @default - Datadog's: and
   */
  readonly tagsExecution?: string;
}

/** The data and the style of a timeseries. Give exactly one of `query`, `queries` and `definition`. */
export interface TimeseriesOptions {
  /**
   * One metric query, for example `avg:kubernetes.memory.usage{kube_deployment:cartservice}`.
   * @default - `queries` or `definition`
   */
  readonly query?: string;
  /**
   * Several queries. Each is a line, unless there are `formulas`.
   * @default - `query` or `definition`
   */
  readonly queries?: TimeseriesQuery[];
  /**
   * Formulas over the queries. Each is a line.
   * @default - one for each query
   */
  readonly formulas?: TimeseriesFormula[];
  /**
   * A timeseries definition in Datadog's JSON: an object, or JSON text. Only its title, its context link and
   * the options set here change.
   * @default - `query` or `queries`
   */
  readonly definition?: any;
  /**
   * The display type, by a word of `WidgetDisplayType`: `line`, `bars`, `area` or `overlay`.
   * @default - line, or what the definition says
   */
  readonly displayType?: string;
  /**
   * The color palette, by Datadog's name, for example `dog_classic` or `warm`.
   * @default - dog_classic, or what the definition says
   */
  readonly palette?: string;
  /**
   * Whether the legend is shown.
   * @default - true, or what the definition says
   */
  readonly showLegend?: boolean;
  /**
   * The layout of the legend, by a word of `WidgetLegendLayout`: `auto`, `horizontal` or `vertical`.
   * @default - auto, or what the definition says
   */
  readonly legendLayout?: string;
  /**
   * The columns of the legend, by words of `WidgetLegendColumn`: any of `avg`, `min`, `max`, `value`, `sum`.
   * @default - all of them, or what the definition says
   */
  readonly legendColumns?: string[];
  /**
   * The y-axis.
   * @default - Datadog's, or what the definition says
   */
  readonly yaxis?: TimeseriesYAxis;
  /**
   * The markers: horizontal lines and bands.
   * @default - none, or those of the definition
   */
  readonly markers?: TimeseriesMarker[];
  /**
   * The event overlay.
   * @default - none, or those of the definition
   */
  readonly events?: TimeseriesEvent[];
  /**
   * The time frame of this widget, by a word of `WidgetLiveSpan`, for example `1h`, `4h` or `1d`.
   * @default - the time frame of the dashboard, or of the definition
   */
  readonly liveSpan?: string;
}
