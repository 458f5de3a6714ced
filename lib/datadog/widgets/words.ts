/**
 * The words that options take, as constants that every language can name. They are strings, so that an option
 * also takes the word itself.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/, as of API v1
 */

/** The display types of a timeseries. */
export class WidgetDisplayType {
  public static readonly AREA: string = 'area';
  public static readonly BARS: string = 'bars';
  public static readonly LINE: string = 'line';
  public static readonly OVERLAY: string = 'overlay';

  private constructor() {}
}

/** The layouts of the legend of a timeseries. */
export class WidgetLegendLayout {
  public static readonly AUTO: string = 'auto';
  public static readonly HORIZONTAL: string = 'horizontal';
  public static readonly VERTICAL: string = 'vertical';

  private constructor() {}
}

/** The columns of the legend of a timeseries. */
export class WidgetLegendColumn {
  public static readonly VALUE: string = 'value';
  public static readonly AVG: string = 'avg';
  public static readonly SUM: string = 'sum';
  public static readonly MIN: string = 'min';
  public static readonly MAX: string = 'max';

  private constructor() {}
}

/** The time frames of a widget, up to now. */
export class WidgetLiveSpan {
  public static readonly MINUTE_1: string = '1m';
  public static readonly MINUTES_5: string = '5m';
  public static readonly MINUTES_10: string = '10m';
  public static readonly MINUTES_15: string = '15m';
  public static readonly MINUTES_30: string = '30m';
  public static readonly HOUR_1: string = '1h';
  public static readonly HOURS_4: string = '4h';
  public static readonly DAY_1: string = '1d';
  public static readonly DAYS_2: string = '2d';
  public static readonly WEEK_1: string = '1w';
  public static readonly MONTH_1: string = '1mo';
  public static readonly MONTHS_3: string = '3mo';
  public static readonly MONTHS_6: string = '6mo';
  public static readonly YEAR_1: string = '1y';
  public static readonly WEEK_TO_DATE: string = 'week_to_date';
  public static readonly MONTH_TO_DATE: string = 'month_to_date';
  /** The time frame of an alert. */
  public static readonly ALERT: string = 'alert';

  private constructor() {}
}
