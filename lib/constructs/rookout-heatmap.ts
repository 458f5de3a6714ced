import { Construct } from 'constructs';
import { definitionOf } from '../datadog/widgets/definition';
import { formulasOf } from '../datadog/widgets/formulas';
import { snakeCase } from '../datadog/widgets/options';
import { queriesOf } from '../datadog/widgets/queries';
import {
  TimeseriesEvent,
  TimeseriesFormula,
  TimeseriesQuery,
  TimeseriesYAxis,
} from '../datadog/widgets/timeseries-options';
import { JsonObject } from '../json/value';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** How values of a service's are spread over time, tagged for Rookout. Give exactly one of `query`, `queries` and
 * `definition`. */
export interface RookoutHeatmapProps extends TagOptions, OwnTagOptions {
  /**
   * One metric query, grouped by what is spread, for example `avg:system.cpu.user{service:cart} by {host}`.
   * @default - `queries` or `definition`
   */
  readonly query?: string;
  /**
   * Several queries.
   * @default - `query` or `definition`
   */
  readonly queries?: TimeseriesQuery[];
  /**
   * What is shown, as expressions over the queries.
   * @default - one for each query
   */
  readonly formulas?: TimeseriesFormula[];
  /**
   * A whole heat map definition in Datadog's JSON, kept as it is but for title and context link.
   * @default - `query` or `queries`
   */
  readonly definition?: any;
  /**
   * The colours, by Datadog's name, for example `dog_classic` or `warm`.
   * @default dog_classic
   */
  readonly palette?: string;
  /**
   * The vertical axis.
   * @default - Datadog's
   */
  readonly yaxis?: TimeseriesYAxis;
  /**
   * Events drawn over the graph.
   * @default - none
   */
  readonly events?: TimeseriesEvent[];
  /**
   * A time span of the graph's own, for example `1h`, `4h` or `1d`.
   * @default - the dashboard's, or what the definition says
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
      ...(events && { events: events.map(snakeCase) }),
    };
  });
}

/**
 * A heat map widget whose title carries Rookout label filters and whose context menu has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutHeatmap extends TaggedConstruct<RookoutHeatmapProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutHeatmapProps) {
    super(scope, id, props, heatmap);
  }
}
