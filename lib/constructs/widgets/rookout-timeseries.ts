import { Construct } from 'constructs';
import { timeseries } from '../../datadog/widgets/timeseries';
import { TimeseriesOptions } from '../../datadog/widgets/timeseries-options';
import { TaggedConstruct } from './tagged-construct';
import { OwnTagOptions, TagOptions } from './tagged-widget';

/** The settings of a graph in a service's section. */
export interface RookoutGraph extends TimeseriesOptions, TagOptions {}

/** The settings of a `RookoutTimeseries`. */
export interface RookoutTimeseriesProps extends RookoutGraph, OwnTagOptions {}

/**
 * A timeseries widget with Rookout label filters in its title and **Set metric points** in its context menu.
 *
 * In a `RookoutDashboard` or a `RookoutService`, the widget is added to the dashboard, in order of creation.
 * In any other scope, use `definition`, `title` and `link` to add it to a dashboard yourself.
 */
export class RookoutTimeseries extends TaggedConstruct<RookoutTimeseriesProps> {
  /**
   * @param scope the parent: a `RookoutDashboard`, a `RookoutService`, or any other construct
   * @param id the id of the construct
   * @param props the settings of the widget
   */
  public constructor(scope: Construct, id: string, props: RookoutTimeseriesProps) {
    super(scope, id, props, timeseries);
  }
}
