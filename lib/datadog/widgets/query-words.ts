/** The data sources of a query. */
export class WidgetDataSource {
  public static readonly METRICS: string = 'metrics';
  public static readonly CLOUD_COST: string = 'cloud_cost';
  public static readonly LOGS: string = 'logs';
  public static readonly SPANS: string = 'spans';
  public static readonly RUM: string = 'rum';
  public static readonly NETWORK: string = 'network';
  public static readonly SECURITY_SIGNALS: string = 'security_signals';
  public static readonly PROFILES: string = 'profiles';
  public static readonly AUDIT: string = 'audit';
  public static readonly EVENTS: string = 'events';
  public static readonly CI_TESTS: string = 'ci_tests';
  public static readonly CI_PIPELINES: string = 'ci_pipelines';

  private constructor() {}
}

/** How events are computed. */
export class WidgetAggregation {
  public static readonly COUNT: string = 'count';
  public static readonly CARDINALITY: string = 'cardinality';
  public static readonly MEDIAN: string = 'median';
  public static readonly PC75: string = 'pc75';
  public static readonly PC90: string = 'pc90';
  public static readonly PC95: string = 'pc95';
  public static readonly PC98: string = 'pc98';
  public static readonly PC99: string = 'pc99';
  public static readonly SUM: string = 'sum';
  public static readonly MIN: string = 'min';
  public static readonly MAX: string = 'max';
  public static readonly AVG: string = 'avg';

  private constructor() {}
}

/** How the values of a metric over the time frame become one. */
export class WidgetAggregator {
  public static readonly AVG: string = 'avg';
  public static readonly MIN: string = 'min';
  public static readonly MAX: string = 'max';
  public static readonly SUM: string = 'sum';
  public static readonly LAST: string = 'last';
  public static readonly AREA: string = 'area';
  public static readonly L2NORM: string = 'l2norm';
  public static readonly PERCENTILE: string = 'percentile';

  private constructor() {}
}

/** The order of entries. */
export class WidgetOrder {
  /** The lowest first. */
  public static readonly ASC: string = 'asc';
  /** The highest first. */
  public static readonly DESC: string = 'desc';

  private constructor() {}
}

/** The comparators of conditional formats. */
export class WidgetComparator {
  public static readonly EQUAL: string = '=';
  public static readonly GREATER: string = '>';
  public static readonly GREATER_OR_EQUAL: string = '>=';
  public static readonly LESS: string = '<';
  public static readonly LESS_OR_EQUAL: string = '<=';

  private constructor() {}
}
