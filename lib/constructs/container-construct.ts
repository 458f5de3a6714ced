import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { BadInput, placing } from '../bad-input';
import { WidgetLayout } from '../datadog/dashboard/layout';
import { timeseries } from '../datadog/widgets/timeseries';
import { JsonObject } from '../json/value';
import { within } from './within';
import { warnOfStoredName } from './stored-name';
import { change, RookoutChangeProps } from './widgets/rookout-change';
import { heatmap, RookoutHeatmapProps } from './widgets/rookout-heatmap';
import { queryTable, RookoutQueryTableProps } from './widgets/rookout-query-table';
import { queryValue, RookoutQueryValueProps } from './widgets/rookout-query-value';
import { slo, RookoutSloProps } from './widgets/rookout-slo';
import { toplist, RookoutToplistProps } from './widgets/rookout-toplist';
import { RookoutTimeseriesProps } from './widgets/rookout-timeseries';
import { givenJson } from './tokens/given-json';
import { containerAround } from './widgets/container';
import { Define, TaggedWidget, TagProps } from './widgets/tagged-widget';

/**
 * A dashboard or a service's section: widgets can be added to it.
 *
 * @internal
 */
export abstract class ContainerConstruct extends Construct {
  /**
   * Adds any widget.
   *
   * @param definition the widget's definition in Datadog's JSON: an object, or JSON text, which loses nothing
   * in any language
   * @param layout position and size; by default 6 columns by 3 rows, in the first free place
   * @throws if the definition is not a JSON object with a `type`, or the layout is invalid
   */
  public addWidget(definition: any, layout?: WidgetLayout): void {
    within(this, () => {
      const copy: JsonObject = givenJson('definition', definition);
      if (typeof copy !== 'object' || copy === null || typeof copy.type !== 'string') {
        throw new BadInput(
          'definition',
          definition,
          'is not a widget definition, which is an object with a "type"',
          'Pass the value of "definition" in the JSON of a dashboard',
        );
      }
      containerAround(this)!.add({ render: () => ({ definition: copy }) }, layout);
    });
  }

  /**
   * Adds a tagged timeseries without a construct: the same widget as `RookoutTimeseries`, in less time and
   * memory.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addTimeseries(props: RookoutTimeseriesProps): void {
    this.addTagged(props, timeseries);
  }

  /**
   * Adds a tagged query value without a construct: the same widget as `RookoutQueryValue`.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addQueryValue(props: RookoutQueryValueProps): void {
    this.addTagged(props, queryValue);
  }

  /**
   * Adds a tagged top list without a construct: the same widget as `RookoutToplist`.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addToplist(props: RookoutToplistProps): void {
    this.addTagged(props, toplist);
  }

  /**
   * Adds a tagged table without a construct: the same widget as `RookoutQueryTable`.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addQueryTable(props: RookoutQueryTableProps): void {
    this.addTagged(props, queryTable);
  }

  /**
   * Adds a tagged heat map without a construct: the same widget as `RookoutHeatmap`.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addHeatmap(props: RookoutHeatmapProps): void {
    this.addTagged(props, heatmap);
  }

  /**
   * Adds a tagged change widget without a construct: the same widget as `RookoutChange`.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addChange(props: RookoutChangeProps): void {
    this.addTagged(props, change);
  }

  /**
   * Adds a tagged SLO widget without a construct: the same widget as `RookoutSlo`.
   *
   * @param props the settings of the widget
   * @throws if an option is invalid, or the instances of the widget are not known
   */
  public addSlo(props: RookoutSloProps): void {
    this.addTagged(props, slo);
  }

  private addTagged<P extends TagProps>(props: P, define: Define<P>): void {
    within(this, () => {
      const container = containerAround(this)!;
      const widget = placing(
        (error) => named(error, props),
        () => TaggedWidget.of(props, container, define),
      );
      container.add(widget, props.layout);
      if (props.service !== undefined) warnOfStoredName(this, container.conventions, props.service);
    });
  }
}

/** The error with the name of the widget, as far as its props have one that is known now. */
function named(error: BadInput, props: TagProps | undefined): BadInput {
  const parts = [props?.service, props?.subject];
  const known = parts.filter((part) => typeof part === 'string' && part !== '' && !Token.isUnresolved(part));
  return known.length === 0 ? error : error.ofWidget(known.join(' '));
}
