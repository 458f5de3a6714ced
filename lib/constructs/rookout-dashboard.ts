import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { BadInput, oneOf } from '../bad-input';
import { checkService } from '../datadog/convention-settings';
import { Conventions } from '../datadog/conventions';
import { DashboardReflow, Reflow } from '../datadog/dashboard/board';
import { DashboardContent, newContent } from '../datadog/dashboard/content';
import { metricPointsForm, MetricPointsForm, metricPointsWidget } from '../datadog/widgets/metric-points';
import { OVERVIEW_ROWS, overviewWidgets } from '../datadog/widgets/overview';
import { knownList } from '../terraform/known-list';
import { within } from './within';
import { warnOfStoredName } from './stored-name';
import { DashboardResource } from './dashboard-resource';
import { contentOfFile, importedContent } from './imported-content';
import { innerLinkSetting } from '../datadog/live-debugger';
import { conventionsAt } from './rookout-conventions';
import {
  RookoutDashboardFileProps,
  RookoutDashboardImportOptions,
  RookoutDashboardJsonProps,
} from './rookout-dashboard-import-props';
import { RookoutDashboardProps } from './rookout-dashboard-props';
import { RookoutService, RookoutServiceProps } from './rookout-service';
import { RookoutTagging } from './rookout-tagging';
import { settingsOf } from './rookout-titles';
import { checkSettings } from './check-settings';
import { tagsItself } from './tagging/self-tagging';
import { encodeJson } from './terraform-json';
import { jsonCopy } from './tokens/json-copy';
import { checkTerraformName } from './terraform-name';
import { holdWidgets, WidgetContainer } from './widgets/container';
import { ContainerConstruct } from './container-construct';

/** The key of a hidden prop. An imported dashboard has a function there that reads its content. */
const READ = Symbol('read');

interface ReadProps extends RookoutDashboardProps {
  readonly [READ]?: () => DashboardContent;
}

/**
 * A Datadog dashboard: one `datadog_dashboard_json`. By default it has the overview of the Rookout
 * integration and a section for each service. With `overview: false` it has only the widgets that you add.
 */
export class RookoutDashboard extends ContainerConstruct {
  /**
   * Imports an existing dashboard and tags its graphs. Nothing else changes. Fields that only Datadog's
   * server sets are left out. Added widgets flow in below the existing ones. On a dashboard with free layout
   * they need a `layout`.
   *
   * @param scope the parent construct, in a stack with a Datadog provider
   * @param id the id of the construct, part of the name of the Terraform resource
   * @param props the JSON of the dashboard, and the settings of the import
   * @throws if the JSON is not a dashboard
   */
  public static fromJson(scope: Construct, id: string, props: RookoutDashboardJsonProps): RookoutDashboard {
    return RookoutDashboard.imported(scope, id, props, () => importedContent(props.json, props.overrides));
  }

  /**
   * Like `fromJson`, from a file.
   *
   * @param scope the parent construct, in a stack with a Datadog provider
   * @param id the id of the construct, part of the name of the Terraform resource
   * @param props the path of the file, and the settings of the import
   * @throws if the file can't be read, or is not a dashboard
   */
  public static fromFile(scope: Construct, id: string, props: RookoutDashboardFileProps): RookoutDashboard {
    return RookoutDashboard.imported(scope, id, props, () => contentOfFile(props.path, props.overrides));
  }

  private static imported(
    scope: Construct,
    id: string,
    options: RookoutDashboardImportOptions,
    read: () => DashboardContent,
  ): RookoutDashboard {
    within(scope, () =>
      checkSettings('props', options, 'Pass at least the JSON of a dashboard, or its path'),
    );
    const { titles, locale, liveDebugger, sessionLink, links, datadogTags, dashboardLists, provider } =
      options;
    const props: ReadProps = {
      overview: false,
      ...{ titles, locale, liveDebugger, sessionLink, links, datadogTags, dashboardLists, provider },
      [READ]: read,
    };
    const dashboard = new RookoutDashboard(scope, id, props);
    const { leftOut } = dashboard.content;
    if (leftOut !== undefined) Annotations.of(dashboard).addWarning(`[${dashboard.node.path}] ${leftOut}`);
    if (options.tag ?? true) {
      const { tagging = {} } = options;
      const link = innerLinkSetting(tagging, { liveDebugger, sessionLink });
      new RookoutTagging({ links, datadogTags, ...tagging, ...link }).visit(dashboard.resource);
    }
    return dashboard;
  }

  /** The resource of the dashboard, for settings that this construct has no property for. */
  public readonly resource: DashboardJson;
  private readonly content: DashboardContent;
  private readonly container: WidgetContainer;
  private readonly sections = new Set<string>();
  private readonly embedsApp: boolean;

  /**
   * @param scope the parent construct, in a stack with a Datadog provider
   * @param id the id of the construct, part of the name of the Terraform resource
   * @param props the settings of the dashboard
   * @throws if a setting is invalid, or the id makes a name that Terraform refuses
   */
  public constructor(scope: Construct, id: string, props: RookoutDashboardProps = {}) {
    super(scope, id);
    const conventions = conventionsOf(this, props);
    const { content, form } = within(this, () => ({
      content: (props as ReadProps)[READ]?.() ?? contentOf(props),
      form: metricPointsForm(props.metricPoints, props.overview ?? true, props.app !== undefined),
    }));
    this.content = content;
    this.container = {
      conventions,
      variables: content.variables,
      add: (source, layout) => content.add(source, layout),
    };
    holdWidgets(this, this.container);
    this.embedsApp = form === 'app';
    if (form) this.addOverview(form, conventions, props.app?.builderAppId);
    this.resource = new DashboardResource(this, 'Resource', {
      produce: () => within(this, () => content.toText(encodeJson)),
      dashboardLists: props.dashboardLists ?? content.dashboardLists,
      provider: props.provider,
    });
    checkTerraformName(this.resource);
    tagsItself(this.resource, { construct: this, content });
    for (const service of within(this, () => knownList('services', props.services))) this.addService(service);
  }

  /** The path of the dashboard on the Datadog site: a token, known after the deployment. */
  public get url(): string {
    return this.resource.url;
  }

  /**
   * The full URL of the dashboard, on the site in the context `rookout`: a token, known after the deployment.
   * Unlike `url` it does not contain the title, since Terraform sees a new title only at the next apply.
   */
  public get address(): string {
    return `${this.container.conventions.webAddress}/dashboard/${this.dashboardId}`;
  }

  /** The id of the dashboard: a token, known after the deployment. */
  public get dashboardId(): string {
    return this.resource.id;
  }

  /**
   * Adds a section for a service. By default it has CPU and memory graphs.
   *
   * @param name the value of the service's label, or a token
   * @param props the settings of the section
   * @returns the section, to add more widgets to
   * @throws if the name can't be a label value, already has a section, or the dashboard has free layout
   */
  public addService(name: string, props: RookoutServiceProps = {}): RookoutService {
    within(this, () => {
      this.checkSection(name);
      checkSettings('props', props);
    });
    const { container, content, embedsApp } = this;
    const id = `service${this.sections.size + 1}`;
    const section = RookoutService._in({ container, content, embedsApp }, this, id, name, props);
    this.sections.add(name);
    warnOfStoredName(this, container.conventions, name);
    return section;
  }

  /** The dashboard in Datadog's JSON, with the widgets added so far. Tokens are not resolved. */
  public toJson(): any {
    return within(this, () => jsonCopy('dashboard', this.content.toJson()));
  }

  private checkSection(name: string): void {
    checkService('service', name);
    if (this.content.arrangement === 'free') {
      throw new BadInput(
        'service',
        name,
        'can have no section on a dashboard with free layout, where nothing flows',
        'Add its graphs with addTimeseries, each with a layout',
      );
    }
    if (!this.sections.has(name)) return;
    throw new BadInput(
      'service',
      name,
      'has a section on this dashboard already',
      'Name it once, and add to the section that addService returned',
    );
  }

  private addOverview(form: MetricPointsForm, { texts }: Conventions, builderAppId?: string): void {
    const list = metricPointsWidget(form, texts, builderAppId);
    for (const { definition, layout } of overviewWidgets(texts, list)) {
      const { width, height } = layout;
      const place = this.content.arrangement === 'fixed' ? layout : { width, height };
      this.content.add({ render: () => ({ definition }) }, place);
    }
  }
}

function conventionsOf(scope: RookoutDashboard, props: RookoutDashboardProps): Conventions {
  return within(scope, () => {
    checkSettings('props', props);
    const { titles, labelKey, labels, locale, liveDebugger, sessionLink, links, datadogTags } = props;
    return conventionsAt(scope)
      .with(settingsOf(titles))
      .with({ labelKey, labels, locale, liveDebugger, sessionLink, links, datadogTags });
  });
}

function contentOf(props: RookoutDashboardProps): DashboardContent {
  const { title = 'Rookout', description, templateVariables, notifyList, teams, restrictedRoles } = props;
  const reflow = props.reflowType ?? 'fixed';
  oneOf('reflowType', reflow, Object.values(DashboardReflow));
  return newContent(
    { title, description, templateVariables, notifyList, teams, restrictedRoles, reflow: reflow as Reflow },
    (props.overview ?? true) ? OVERVIEW_ROWS : 0,
  );
}
