import { Construct } from 'constructs';
import { BadInput } from '../../bad-input';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { timeseries } from '../../datadog/widgets/timeseries';
import { JsonObject } from '../../json/value';
import { within } from '../construct-error';
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
   * @throws where an option is no good, or nothing says which instances it shows
   */
  public addTimeseries(props: RookoutTimeseriesProps): void {
    this.addTagged(props, timeseries);
  }

  private addTagged<P extends TagProps>(props: P, define: Define<P>): void {
    within(this, () => {
      const container = containerAround(this)!;
      container.add(TaggedWidget.of(props, container, define), props.layout);
    });
  }
}
