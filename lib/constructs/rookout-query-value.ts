import { Construct } from 'constructs';
import { definitionOf } from '../datadog/widgets/definition';
import { checkWord } from '../datadog/widgets/options';
import {
  conditionalFormats,
  ScalarOptions,
  scalarRequest,
  WidgetConditionalFormat,
} from '../datadog/widgets/scalars';
import { JsonObject } from '../json/value';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** One value of a service's, tagged for Rookout. */
export interface RookoutQueryValueProps extends ScalarOptions, TagOptions, OwnTagOptions {
  /**
   * Digits behind the point.
   * @default 2
   */
  readonly precision?: number;
  /**
   * Whether large and small values are written with a unit, such as 1.2k.
   * @default true
   */
  readonly autoscale?: boolean;
  /**
   * The unit that stands behind the value.
   * @default - that of the metric
   */
  readonly customUnit?: string;
  /**
   * Colours by value; the first condition that is met counts.
   * @default - none
   */
  readonly conditionalFormats?: WidgetConditionalFormat[];
  /**
   * A graph of the values behind the number: `area` or `bars`.
   * @default - none
   */
  readonly timeseriesBackground?: string;
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/query_value/ */
export function queryValue(props: RookoutQueryValueProps): JsonObject {
  const { precision = 2, autoscale = true, customUnit, timeseriesBackground } = props;
  checkWord('timeseriesBackground', timeseriesBackground, ['area', 'bars']);
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
 * A query value widget, one number, whose title carries Rookout label filters and which has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutQueryValue extends TaggedConstruct<RookoutQueryValueProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutQueryValueProps) {
    super(scope, id, props, queryValue);
  }
}
