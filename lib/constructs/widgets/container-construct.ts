import { Construct } from 'constructs';
import { BadInput } from '../../bad-input';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { timeseries } from '../../datadog/widgets/timeseries';
import { JsonObject } from '../../json/value';
import { within } from '../construct-error';
import { change, RookoutChangeProps } from '../rookout-change';
import { heatmap, RookoutHeatmapProps } from '../rookout-heatmap';
import { queryTable, RookoutQueryTableProps } from '../rookout-query-table';
import { queryValue, RookoutQueryValueProps } from '../rookout-query-value';
import { slo, RookoutSloProps } from '../rookout-slo';
import { toplist, RookoutToplistProps } from '../rookout-toplist';
import { RookoutTimeseriesProps } from '../rookout-timeseries';
import { jsonCopy } from '../tokens/json-copy';
import { containerAround } from './container';
import { Define, TaggedWidget, TagProps } from './tagged-widget';

/**
 * What a dashboard and a service's section have in common: widgets are added to them.
 *
 * @internal
 */
export abstract class ContainerConstruct extends Construct {
  /**
   * Adds any widget.
   *
   * @param definition the widget's definition in Datadog's JSON
   * @param layout place and size; 6 columns by 3 rows, flowing into the first free place, unless given
   * @throws where the definition is no JSON object with a `type`, or the layout is none
   */
  public addWidget(definition: any, layout?: WidgetLayout): void {
    within(this, () => {
      const copy = jsonCopy('definition', definition) as JsonObject;
      if (typeof copy !== 'object' || copy === null || typeof copy.type !== 'string') {
        throw new BadInput(
          'definition',
          definition,
          'is no widget definition, which is an object with a "type"',
          'Pass what stands under "definition" in the JSON of a dashboard',
        );
      }
      containerAround(this)!.add({ render: () => ({ definition: copy }) }, layout);
    });
  }

  /**
   * Adds a tagged timeseries without a construct of its own: the same widget as a `RookoutTimeseries` makes, in less
   * time and memory.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addTimeseries(props: RookoutTimeseriesProps): void {
    this.addTagged(props, timeseries);
  }

  /**
   * Adds a tagged query value without a construct of its own: the same widget as a `RookoutQueryValue` makes.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addQueryValue(props: RookoutQueryValueProps): void {
    this.addTagged(props, queryValue);
  }

  /**
   * Adds a tagged top list without a construct of its own: the same widget as a `RookoutToplist` makes.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addToplist(props: RookoutToplistProps): void {
    this.addTagged(props, toplist);
  }

  /**
   * Adds a tagged table without a construct of its own: the same widget as a `RookoutQueryTable` makes.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addQueryTable(props: RookoutQueryTableProps): void {
    this.addTagged(props, queryTable);
  }

  /**
   * Adds a tagged heat map without a construct of its own: the same widget as a `RookoutHeatmap` makes.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addHeatmap(props: RookoutHeatmapProps): void {
    this.addTagged(props, heatmap);
  }

  /**
   * Adds a tagged change widget without a construct of its own: the same widget as a `RookoutChange` makes.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addChange(props: RookoutChangeProps): void {
    this.addTagged(props, change);
  }

  /**
   * Adds a tagged SLO widget without a construct of its own: the same widget as a `RookoutSlo` makes.
   *
   * @param props what it shows, and how
   * @throws where an option is invalid, or nothing says which instances it shows
   */
  public addSlo(props: RookoutSloProps): void {
    this.addTagged(props, slo);
  }

  private addTagged<P extends TagProps>(props: P, define: Define<P>): void {
    within(this, () => {
      const container = containerAround(this)!;
      container.add(TaggedWidget.of(props, container, define), props.layout);
    });
  }
}
