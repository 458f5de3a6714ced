import { Construct } from 'constructs';
import { snakeCase, snakeCaseEach } from '../../datadog/snake-case';
import { definitionOf } from '../../datadog/widgets/definition';
import { formulasOf } from '../../datadog/widgets/formulas';
import { queriesOf } from '../../datadog/widgets/queries';
import {
  TimeseriesEvent,
  TimeseriesFormula,
  TimeseriesQuery,
  TimeseriesYAxis,
} from '../../datadog/widgets/timeseries-options';
import { JsonObject } from '../../json/value';
import { TaggedConstruct } from './tagged-construct';
import { OwnTagOptions, TagOptions } from './tagged-widget';

/** The settings of a `RookoutHeatmap`. Give exactly one of `query`, `queries` and `definition`. */
export interface RookoutHeatmapProps extends TagOptions, OwnTagOptions {
  /**
   * One metric query, for example `avg:system.cpu.user{service:cart} by {host}`.
   * @default - `queries` or `definition`
   */
  readonly query?: string;
  /**
   * Several queries.
   * @default - `query` or `definition`
   */
  readonly queries?: TimeseriesQuery[];
  /**
   * Formulas over the queries.
   * @default - one for each query
   */
  readonly formulas?: TimeseriesFormula[];
  /**
   * A heat map definition in Datadog's JSON: an object, or JSON text. Only its title and context link change.
   * @default - `query` or `queries`
   */
  readonly definition?: any;
  /**
   * The color palette, by Datadog's name, for example `dog_classic` or `warm`.
   * @default dog_classic
   */
  readonly palette?: string;
  /**
   * The y-axis.
   * @default - Datadog's
   */
  readonly yaxis?: TimeseriesYAxis;
  /**
   * The event overlay.
   * @default - none
   */
  readonly events?: TimeseriesEvent[];
  /**
   * The time frame of this widget, by a word of `WidgetLiveSpan`, for example `1h`, `4h` or `1d`.
   * @default - the time frame of the dashboard, or of the definition
   */
  readonly liveSpan?: string;
}

/** Source: https://docs.datadoghq.com/dashboards/widgets/heat_map/ */
export function heatmap(props: RookoutHeatmapProps): JsonObject {
  const { palette = 'dog_classic', yaxis, events } = props;
  return definitionOf('heatmap', props, ['palette', 'yaxis', 'events'], () => {
    const queries = queriesOf(props);
    return {
      requests: [
        {
          formulas: formulasOf(props.formulas, queries),
          queries,
          response_format: 'timeseries',
          style: { palette },
        },
      ],
      ...(yaxis && { yaxis: snakeCase(yaxis) }),
      ...(events && { events: snakeCaseEach('events', events) }),
    };
  });
}

/**
 * A heat map widget with Rookout label filters in its title and **Set metric points** in its context menu.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutHeatmap extends TaggedConstruct<RookoutHeatmapProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutHeatmapProps) {
    super(scope, id, props, heatmap);
  }
}
