import { Construct } from 'constructs';
import { Arrangement, Board } from '../datadog/dashboard/board';
import { kubernetesGraphs } from '../datadog/widgets/kubernetes-graphs';
import { COLUMNS, WidgetLayout } from '../datadog/dashboard/layout';
import { JsonObject } from '../json/value';
import { addJsonWidget } from './widgets/json-widget';
import { RookoutConventions } from './rookout-conventions';
import { RookoutGraph, RookoutTimeseries } from './rookout-timeseries';
import { holdWidgets, WidgetContainer } from './widgets/container';
import { within } from './construct-error';

/** What a service's section of a dashboard shows. */
export interface RookoutServiceProps {
  /**
   * The graphs, each with its own query. An empty list makes an empty section, to be filled with
   * `RookoutTimeseries` and `addWidget`.
   * @default - CPU and memory of the service's pods, from Datadog's Kubernetes metrics
   */
  readonly graphs?: RookoutGraph[];
  /**
   * What stands above the section.
   * @default - the service's name
   */
  readonly title?: string;
  /**
   * The key of the label that names the service.
   * @default - that of the dashboard
   */
  readonly labelKey?: string;
  /**
   * Labels, as `key:value`, beside those of the dashboard; one with the same key takes the other's place.
   * @default - none
   */
  readonly labels?: string[];
}

/** The dashboard that a section stands in. */
interface Host {
  readonly container: WidgetContainer;
  readonly arrangement: Arrangement;
  /** Is called whenever the section changes. */
  changed(): void;
}

/** The rows that a group's own title takes. */
const TITLE_ROWS = 1;

/**
 * A service's section of a dashboard: a group, which can be collapsed, with the service's graphs. It is made by
 * `RookoutDashboard.addService`; a `RookoutTimeseries` below it shows its service unless told otherwise.
 */
export class RookoutService extends Construct {
  /** @internal */
  public static _in(host: Host, scope: Construct, id: string, name: string, props: RookoutServiceProps) {
    return new RookoutService(host, scope, id, name, props);
  }

  /** The service's name. */
  public readonly name: string;
  private readonly board: Board;
  private readonly container: WidgetContainer;

  private constructor(host: Host, scope: Construct, id: string, name: string, props: RookoutServiceProps) {
    super(scope, id);
    this.name = name;
    this.board = new Board(host.arrangement);
    const conventions = within(this, () =>
      host.container.conventions._with({ labelKey: props.labelKey })._narrowedBy(props.labels),
    );
    this.container = {
      conventions,
      service: name,
      add: (source, layout) => {
        this.board.add(source, layout);
        host.changed();
      },
    };
    holdWidgets(this, this.container);
    const title = props.title ?? name;
    host.container.add({ render: () => this.render(title) }, { width: COLUMNS });
    this.addGraphs(conventions, props.graphs);
  }

  /**
   * Adds any widget to the section.
   *
   * @param definition the widget's definition in Datadog's JSON
   * @param layout place and size within the section; 6 columns by 3 rows, flowing, unless given
   * @throws where the definition is no JSON object with a `type`, or the layout is none
   */
  public addWidget(definition: any, layout?: WidgetLayout): void {
    addJsonWidget(this, this.container, definition, layout);
  }

  /**
   * The label filters of the service's instances.
   *
   * @internal
   */
  public get _instances(): string {
    return this.container.conventions._labelsOf(this.name).join(',');
  }

  private addGraphs(conventions: RookoutConventions, graphs: RookoutGraph[] | undefined): void {
    if (graphs) {
      graphs.forEach((graph, index) => new RookoutTimeseries(this, `graph${index + 1}`, graph));
      return;
    }
    const { datadogTags, _texts } = conventions;
    const defaults = within(this, () =>
      kubernetesGraphs(conventions._labelsOf(this.name), datadogTags, _texts),
    );
    for (const { id, subject, query } of defaults) new RookoutTimeseries(this, id, { subject, query });
  }

  private render(title: string): { definition: JsonObject; height: number } {
    const { widgets, height } = this.board.render();
    const definition = {
      title,
      show_title: true,
      background_color: 'white',
      type: 'group',
      layout_type: 'ordered',
      widgets,
    };
    return { definition, height: height + TITLE_ROWS };
  }
}
