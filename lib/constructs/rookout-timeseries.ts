import { Construct } from 'constructs';
import { timeseries } from '../datadog/widgets/timeseries';
import { TimeseriesOptions } from '../datadog/widgets/timeseries-options';
import { TaggedConstruct } from './widgets/tagged-construct';
import { OwnTagOptions, TagOptions } from './widgets/tagged-widget';

/** A graph of a service's, with the labels that select its instances. */
export interface RookoutGraph extends TimeseriesOptions, TagOptions {}

/** A timeseries that is tagged for Rookout. */
export interface RookoutTimeseriesProps extends RookoutGraph, OwnTagOptions {}

/**
 * A timeseries widget whose title carries Rookout label filters and whose context menu has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutTimeseries extends TaggedConstruct<RookoutTimeseriesProps> {
  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutTimeseriesProps) {
    super(scope, id, props, timeseries);
  }
}
