import { Construct } from 'constructs';
import { placing } from '../bad-input';
import { Conventions } from '../datadog/conventions';
import { Board } from '../datadog/dashboard/board';
import { DashboardContent } from '../datadog/dashboard/content';
import { COLUMNS } from '../datadog/dashboard/layout';
import { kubernetesGraphs } from '../datadog/widgets/kubernetes-graphs';
import { JsonObject } from '../json/value';
import { knownList } from '../terraform/known-list';
import { within } from './within';
import { RookoutGraph } from './widgets/rookout-timeseries';
import { holdWidgets, WidgetContainer } from './widgets/container';
import { ContainerConstruct } from './container-construct';

/** The settings of a service's section. */
export interface RookoutServiceProps {
  /**
   * The graphs of the section. An empty list makes an empty section, to which you add widgets.
   * @default - CPU and memory of the service's pods, from Datadog's Kubernetes metrics
   */
  readonly graphs?: RookoutGraph[];
  /**
   * The title of the section.
   * @default - the service's name
   */
  readonly title?: string;
  /**
   * The key of the label that names the service.
   * @default - the key of the dashboard
   */
  readonly labelKey?: string;
  /**
   * Labels, as `key:value`. They are added to those of the dashboard. A label with the same key replaces
   * another.
   * @default - none
   */
  readonly labels?: string[];
}

/** The dashboard of a section. */
interface Host {
  readonly container: WidgetContainer;
  readonly content: DashboardContent;
  /** Whether the dashboard embeds an app, which offers the instances of the services. */
  readonly embedsApp: boolean;
}

/** The height of a group's title, in rows. */
const TITLE_ROWS = 1;

/**
 * A service's section of a dashboard: a group widget with the service's graphs. `RookoutDashboard.addService`
 * makes it. Tagged widgets in it show its service, unless they have a `service` of their own.
 */
export class RookoutService extends ContainerConstruct {
  /** @internal */
  public static _in(host: Host, scope: Construct, id: string, name: string, props: RookoutServiceProps) {
    return new RookoutService(host, scope, id, name, props);
  }

  /** The service's name. */
  public readonly name: string;
  private readonly board: Board;

  private constructor(host: Host, scope: Construct, id: string, name: string, props: RookoutServiceProps) {
    super(scope, id);
    this.name = name;
    const { container, content, embedsApp } = host;
    this.board = new Board(content.arrangement);
    const conventions = within(this, () =>
      container.conventions.with({ labelKey: props.labelKey }).narrowedBy(props.labels),
    );
    holdWidgets(this, {
      conventions,
      service: name,
      variables: container.variables,
      add: (source, layout) => {
        this.board.add(source, layout);
        content.changed();
      },
    });
    if (embedsApp) content.offerInstances(conventions.instancesOf(name).filters);
    const title = props.title ?? name;
    container.add({ render: () => this.render(title) }, { width: COLUMNS });
    const graphs = props.graphs ?? this.defaultGraphs(conventions);
    within(this, () => knownList('graphs', graphs)).forEach((graph, index) =>
      placing(
        (error) => error.under(`graphs[${index}]`),
        () => this.addTimeseries(graph),
      ),
    );
  }

  private defaultGraphs(conventions: Conventions): RookoutGraph[] {
    const { datadogTags, texts } = conventions;
    return within(this, () =>
      kubernetesGraphs(conventions.instancesOf(this.name).labels, datadogTags, texts),
    );
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
