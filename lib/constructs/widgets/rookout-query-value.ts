import { Construct } from 'constructs';
import { definitionOf } from '../../datadog/widgets/definition';
import { checkWord } from '../../datadog/widgets/check-word';
import {
  conditionalFormats,
  ScalarOptions,
  scalarRequest,
  WidgetConditionalFormat,
} from '../../datadog/widgets/scalars';
import { JsonObject } from '../../json/value';
import { TaggedConstruct } from './tagged-construct';
import { OwnTagOptions, TagOptions } from './tagged-widget';

/** The graphs behind a query value. */
export class QueryValueBackground {
  public static readonly AREA: string = 'area';
  public static readonly BARS: string = 'bars';

  private constructor() {}
}

/** The settings of a `RookoutQueryValue`. */
export interface RookoutQueryValueProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * The number of decimal places.
   * @default 2
   */
  readonly precision?: number;
  /**
   * Whether values are scaled, for example to 1.2k.
   * @default true
   */
  readonly autoscale?: boolean;
  /**
   * The unit after the value.
   * @default - the unit of the metric
   */
  readonly customUnit?: string;
  /**
   * Conditional formatting. The first format that matches is used.
   * @default - none
   */
  readonly conditionalFormats?: WidgetConditionalFormat[];
  /**
   * The graph behind the number, by a word of `QueryValueBackground`: `area` or `bars`.
   * @default - none
   */
  readonly timeseriesBackground?: string;
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/query_value/ */
export function queryValue(props: RookoutQueryValueProps): JsonObject {
  const { precision = 2, autoscale = true, customUnit, timeseriesBackground } = props;
  checkWord('timeseriesBackground', timeseriesBackground, Object.values(QueryValueBackground));
  return definitionOf(
    'query_value',
    props,
    ['precision', 'autoscale', 'customUnit', 'conditionalFormats', 'timeseriesBackground'],
    () => ({
      requests: [{ ...scalarRequest(props), ...conditionalFormats(props.conditionalFormats) }],
      autoscale,
      precision,
      ...(customUnit === undefined ? undefined : { custom_unit: customUnit }),
      ...(timeseriesBackground === undefined
        ? undefined
        : { timeseries_background: { type: timeseriesBackground } }),
    }),
  );
}

/**
 * A query value widget with Rookout label filters in its title and **Set metric points** in its context menu.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutQueryValue extends TaggedConstruct<RookoutQueryValueProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutQueryValueProps) {
    super(scope, id, props, queryValue);
  }
}
