import { Construct, IConstruct } from 'constructs';
import { BadInput } from '../bad-input';
import { WidgetLayout } from '../datadog/dashboard/layout';
import { timeseries, TimeseriesOptions } from '../datadog/widgets/timeseries';
import { JsonObject } from '../json/value';
import { RookoutLabel } from '../rookout/label';
import { withLabels } from '../rookout/title';
import { jsonCopy } from './tokens/json-copy';
import { RookoutConventions } from './rookout-conventions';
import { RookoutTitles, titleText } from './rookout-titles';
import { tagged, TaggedWidget } from './widgets/tagged-widget';
import { containerAround, WidgetContainer } from './widgets/container';
import { within } from './construct-error';

/** A graph of a service's, with the labels that select its instances. */
export interface RookoutGraph extends TimeseriesOptions {
  /**
   * What the graph shows, for example `Memory`.
   * @default - the title of the definition, else nothing behind the service's name
   */
  readonly subject?: string;
  /**
   * Labels, as `key:value`, beside those of the conventions; one with the same key takes the other's place.
   * @default - none
   */
  readonly labels?: string[];
  /**
   * The key of the label that names the service.
   * @default - that of the conventions
   */
  readonly labelKey?: string;
  /**
   * Place and size. With `x` and `y` it stands there; without, it flows into the first free place.
   * @default - 6 columns by 3 rows, flowing
   */
  readonly layout?: WidgetLayout;
}

/** A timeseries that is tagged for Rookout. */
export interface RookoutTimeseriesProps extends RookoutGraph {
  /**
   * The service that it shows.
   * @default - that of the service section it stands in, else none: then `labels` select the instances, or the
   * label filters that the definition's title has
   */
  readonly service?: string;
  /**
   * The conventions of its title.
   * @default - those of the dashboard it stands in, else those of the context
   */
  readonly titles?: RookoutTitles;
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - that of the dashboard it stands in, else that of the context
   */
  readonly sessionLink?: string;
}

/**
 * A timeseries widget whose title carries Rookout label filters and whose context menu has **Set metric points**.
 *
 * In a `RookoutDashboard`, or in one of its service sections, it places itself, in order of creation. Anywhere
 * else `definition`, `title` and `link` serve a dashboard that is made some other way.
 */
export class RookoutTimeseries extends Construct {
  /** The title with its label filters, for example `cartservice Memory [k8s_deployment:cartservice]`. */
  public readonly title: string;
  /** The address behind **Set metric points**: Rookout, with the instances of the title's label filters. */
  public readonly link: string;
  private readonly widget: JsonObject;

  /**
   * @param scope a dashboard, a service section, or any other construct
   * @param id its name there
   * @param props what it shows, and how
   */
  public constructor(scope: Construct, id: string, props: RookoutTimeseriesProps) {
    super(scope, id);
    const container = containerAround(scope);
    const { title, link, definition } = within(this, () => {
      const widget = graph(this, props, container);
      container?.add({ render: () => widget }, props.layout);
      return widget;
    });
    this.title = title;
    this.link = link;
    this.widget = definition;
  }

  /** The widget's definition in Datadog's JSON, to put into a dashboard that is made some other way. */
  public get definition(): any {
    return jsonCopy('definition', this.widget);
  }
}

function graph(
  scope: IConstruct,
  props: RookoutTimeseriesProps,
  container: WidgetContainer | undefined,
): TaggedWidget {
  const conventions = (container?.conventions ?? RookoutConventions.of(scope))
    ._with({ ...props.titles?._conventions })
    ._with({ labelKey: props.labelKey, sessionLink: props.sessionLink })
    ._narrowedBy(props.labels);
  const service = props.service ?? container?.service;
  const definition = timeseries(
    props.definition === undefined
      ? props
      : { ...props, definition: jsonCopy('definition', props.definition) },
  );
  const title = withLabels(textOf(definition, service, props.subject), conventions._labelsOf(service));
  if (RookoutLabel.inTitle(title).length === 0) {
    throw new BadInput(
      'title',
      title,
      'has no label filter, so there are no instances to open Rookout with',
      'Give a service, labels, or a definition whose title carries one',
    );
  }
  return tagged(definition, title, conventions.sessionLink);
}

function textOf(definition: JsonObject, service: string | undefined, subject: string | undefined): string {
  const own = definition.title;
  if (own !== undefined && typeof own !== 'string') {
    throw new BadInput('definition.title', own, 'is no text', 'Give the widget a title that is text');
  }
  return subject === undefined && own ? own : titleText(service, subject);
}
