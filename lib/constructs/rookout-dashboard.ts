import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { Lazy, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { BadInput, oneOf } from '../bad-input';
import { INSTANCES_VARIABLE } from '../datadog/app-definition';
import { Reflow, REFLOWS } from '../datadog/dashboard/board';
import { DashboardContent, newContent } from '../datadog/dashboard/content';
import { DashboardOverrides, DashboardTemplateVariable } from '../datadog/dashboard/frame';
import { WidgetLayout } from '../datadog/dashboard/layout';
import {
  appWidget,
  METRIC_POINTS_FORMS,
  MetricPointsForm,
  tableWidget,
  uiExtensionWidget,
} from '../datadog/widgets/metric-points';
import { OVERVIEW_ROWS, overviewWidgets } from '../datadog/widgets/overview';
import { JsonObject } from '../json/value';
import { jsonCopy } from './tokens/json-copy';
import { addJsonWidget } from './widgets/json-widget';
import { RookoutApp } from './rookout-app';
import { RookoutConventions } from './rookout-conventions';
import {
  RookoutDashboardFileProps,
  RookoutDashboardImportOptions,
  RookoutDashboardJsonProps,
} from './rookout-dashboard-import';
import { RookoutService, RookoutServiceProps } from './rookout-service';
import { RookoutTitles } from './rookout-titles';
import { encodeJson } from './terraform-json';
import { checkTerraformName } from './tokens/terraform-name';
import { RookoutTagging } from './rookout-tagging';
import { SelfTagging, Tagger, tagsItself } from './tagging/self-tagging';
import { holdWidgets, WidgetContainer } from './widgets/container';
import { within } from './construct-error';
import { contentOfFile, importedContent } from './imported-content';

/** What a dashboard shows, and for whom. */
export interface RookoutDashboardProps {
  /**
   * What stands above the dashboard.
   * @default Rookout
   */
  readonly title?: string;
  /**
   * What the dashboard is for.
   * @default - none
   */
  readonly description?: string;
  /**
   * The Rookout app, to list metric points in it. It may stand in another stack.
   * @default - none
   */
  readonly app?: RookoutApp;
  /**
   * The services that get a section each, in this order, below the overview.
   * @default - none
   */
  readonly services?: string[];
  /**
   * Whether the integration's overview is there: the logo, how metric points are set, their values and their list.
   * @default true
   */
  readonly overview?: boolean;
  /**
   * How the overview lists metric points: `app` embeds the App Builder app, `table` is a native table that works
   * in every account, `uiExtension` is the integration's custom widget for accounts that still run UI Extensions.
   * @default - `app` where an app is given, else `table`
   */
  readonly metricPoints?: string;
  /**
   * The conventions of titles: label key, further labels, language.
   * @default - those of the context `rookout`
   */
  readonly titles?: RookoutTitles;
  /**
   * The language of texts, as a code such as `en`; README lists them.
   * @default - that of `titles`, else from the context `rookout`, else `en`
   */
  readonly locale?: string;
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The Datadog tag by label key, for the default graphs of services, for keys beside or other than the known ones.
   * @default - from the context `rookout`
   */
  readonly datadogTags?: { [labelKey: string]: string };
  /**
   * The variables in the dashboard's bar.
   * @default - none, but for the one that tells an embedded app the dashboard's instances
   */
  readonly templateVariables?: DashboardTemplateVariable[];
  /**
   * The handles of the teams that own the dashboard, without `team:`; at most 5.
   * @default - none
   */
  readonly teams?: string[];
  /**
   * The handles of users who are told of changes.
   * @default - none
   */
  readonly notifyList?: string[];
  /**
   * The ids (UUIDs) of the only roles that may edit the dashboard.
   * @default - everyone who may edit dashboards
   */
  readonly restrictedRoles?: string[];
  /**
   * The ids of the dashboard lists that it is on.
   * @default - none
   */
  readonly dashboardLists?: number[];
  /**
   * `fixed`: widgets stand at their places on the grid; `auto`: Datadog arranges them one after the other.
   * @default fixed
   */
  readonly reflowType?: string;
  /**
   * The Datadog provider.
   * @default - the stack's
   */
  readonly provider?: TerraformProvider;
}

/**
 * A Datadog dashboard, as one `datadog_dashboard_json`: by default the overview of the Rookout integration with a
 * section for each service; with `overview: false` a plain one to compose tagged graphs in.
 */
export class RookoutDashboard extends Construct {
  /**
   * A dashboard that exists, with its graphs tagged: lossless but for what Datadog's server owns. What is added to
   * it flows in below what is there; on a dashboard with free layout it needs a place of its own.
   *
   * @param scope where it stands, with a Datadog provider in its stack
   * @param id its name there; it becomes part of the name of the Terraform resource
   * @param props the dashboard's JSON, and how it is taken over
   * @throws where the JSON is no dashboard
   */
  public static fromJson(scope: Construct, id: string, props: RookoutDashboardJsonProps): RookoutDashboard {
    return RookoutDashboard.imported(scope, id, props, (overrides) => importedContent(props.json, overrides));
  }

  /**
   * As `fromJson`, from a file.
   *
   * @param scope where it stands, with a Datadog provider in its stack
   * @param id its name there; it becomes part of the name of the Terraform resource
   * @param props the file's path, and how the dashboard is taken over
   * @throws where the file can't be read, or holds no dashboard
   */
  public static fromFile(scope: Construct, id: string, props: RookoutDashboardFileProps): RookoutDashboard {
    return RookoutDashboard.imported(scope, id, props, (overrides) => contentOfFile(props.path, overrides));
  }

  private static imported(
    scope: Construct,
    id: string,
    options: RookoutDashboardImportOptions,
    read: (overrides: DashboardOverrides) => DashboardContent,
  ): RookoutDashboard {
    const { titles, locale, sessionLink, datadogTags, dashboardLists, provider } = options;
    const dashboard = new RookoutDashboard(scope, id, {
      overview: false,
      ...{ titles, locale, sessionLink, datadogTags, dashboardLists, provider },
    });
    within(dashboard, () => dashboard.adopt(read(options.overrides ?? {})));
    if (options.tag ?? true) {
      new RookoutTagging({ sessionLink, datadogTags, ...options.tagging }).visit(dashboard.resource);
    }
    return dashboard;
  }

  /** The dashboard's resource, to reach what this construct has no option for. */
  public readonly resource: DashboardJson;
  private content: DashboardContent;
  private readonly container: WidgetContainer;
  private readonly sections = new Map<string, RookoutService>();
  private readonly taggers = new Map<object, Tagger>();
  private readonly embedsApp: boolean;
  private assembled: JsonObject | undefined;
  private encoded: string | undefined;

  /**
   * @param scope where it stands, with a Datadog provider in its stack
   * @param id its name there; it becomes part of the name of the Terraform resource
   * @param props what it shows, and for whom
   * @throws where a setting is no good, or the id makes a name that Terraform refuses
   */
  public constructor(scope: Construct, id: string, props: RookoutDashboardProps = {}) {
    super(scope, id);
    const overview = props.overview ?? true;
    const conventions = conventionsOf(this, props);
    this.content = within(this, () => contentOf(props, overview ? OVERVIEW_ROWS : 0));
    this.container = {
      conventions,
      add: (source, layout) => {
        this.content.board.add(source, layout);
        this.changed();
      },
    };
    holdWidgets(this, this.container);
    const form = within(this, () => metricPointsForm(props, overview));
    this.embedsApp = form === 'app';
    if (form) this.addOverview(form, props.app);
    this.resource = new DashboardJson(this, 'Resource', {
      dashboard: Lazy.stringValue({ produce: () => this.encode() }),
      dashboardLists: props.dashboardLists,
      provider: props.provider,
    });
    checkTerraformName(this.resource);
    tagsItself(this.resource, this.selfTagging());
    for (const service of props.services ?? []) this.addService(service);
  }

  /** The dashboard's path on the Datadog site, known once it is deployed: a token. */
  public get url(): string {
    return this.resource.url;
  }

  /**
   * The dashboard's full address, on the site that the context `rookout` names; known once it is deployed. Unlike
   * `url` it does not end in the title: Terraform would learn a new one an apply late.
   */
  public get address(): string {
    return `${this.container.conventions._webAddress}/dashboard/${this.dashboardId}`;
  }

  /** The dashboard's id, known once it is deployed: a token. */
  public get dashboardId(): string {
    return this.resource.id;
  }

  /**
   * Adds a section for a service, with CPU and memory graphs unless it brings its own.
   *
   * @param name the service's name, as its label has it, or a token for it
   * @param props what the section shows
   * @returns the section, to add further widgets to
   * @throws where the name can't be a label filter, or has a section already
   */
  public addService(name: string, props: RookoutServiceProps = {}): RookoutService {
    within(this, () => {
      this.container.conventions._labelsOf(name);
      if (this.sections.has(name)) {
        throw new BadInput(
          'service',
          name,
          'has a section on this dashboard already',
          'Name it once, and add to the section that addService returned',
        );
      }
    });
    const { arrangement } = this.content;
    const host = { container: this.container, arrangement, changed: () => this.changed() };
    const section = RookoutService._in(host, this, `service${this.sections.size + 1}`, name, props);
    this.sections.set(name, section);
    return section;
  }

  /**
   * Adds any widget.
   *
   * @param definition the widget's definition in Datadog's JSON
   * @param layout place and size; 6 columns by 3 rows, flowing into the first free place, unless given
   * @throws where the definition is no JSON object with a `type`, or the layout is none
   */
  public addWidget(definition: any, layout?: WidgetLayout): void {
    addJsonWidget(this, this.container, definition, layout);
  }

  /** The dashboard as Datadog's JSON, as it is now, without synthesizing. Tokens stand in it as they are. */
  public toJson(): any {
    return jsonCopy('dashboard', this.assemble());
  }

  private addOverview(form: MetricPointsForm, app: RookoutApp | undefined): void {
    const texts = this.container.conventions._texts;
    const lists = {
      app: () => appWidget(texts, app!.builderAppId),
      table: () => tableWidget(texts),
      uiExtension: () => uiExtensionWidget(),
    };
    for (const { definition, layout } of overviewWidgets(texts, lists[form]())) {
      const size = { width: layout.width, height: layout.height };
      this.container.add(
        { render: () => ({ definition }) },
        this.content.arrangement === 'fixed' ? layout : size,
      );
    }
  }

  private changed(): void {
    this.assembled = undefined;
    this.encoded = undefined;
  }

  /** CDKTF asks for attributes more than once. The text alone is kept: of many dashboards the objects would weigh. */
  private encode(): string {
    this.encoded ??= within(this, () => encodeJson(this.assemble()));
    this.assembled = undefined;
    return this.encoded;
  }

  private assemble(): JsonObject {
    if (!this.assembled) {
      let json = this.content.toJson(this.variablesForApp());
      for (const tagger of this.taggers.values()) json = tagger(json).dashboard;
      this.assembled = json;
    }
    return this.assembled;
  }

  /** Tells an embedded app the dashboard's instances. */
  private variablesForApp(): DashboardTemplateVariable[] {
    if (!this.embedsApp || this.sections.size === 0) return [];
    const availableValues = [...this.sections.values()].map(({ _instances }) => _instances);
    return [{ name: INSTANCES_VARIABLE, prefix: INSTANCES_VARIABLE, availableValues }];
  }

  private adopt(content: DashboardContent): void {
    this.content = content;
    this.changed();
    if (content.dashboardLists && !this.resource.dashboardListsInput) {
      this.resource.dashboardLists = content.dashboardLists;
    }
  }

  private selfTagging(): SelfTagging {
    return {
      construct: this,
      title: () => this.content.title,
      tag: (owner, tagger) => {
        if (this.taggers.delete(owner)) this.changed();
        const before = this.assemble();
        const { dashboard, widgets } = tagger(before);
        this.taggers.set(owner, tagger);
        if (dashboard !== before) this.encoded = undefined;
        this.assembled = dashboard;
        this.encode();
        return widgets;
      },
    };
  }
}

function conventionsOf(scope: RookoutDashboard, props: RookoutDashboardProps): RookoutConventions {
  const { titles, locale, sessionLink, datadogTags } = props;
  return within(scope, () =>
    RookoutConventions.of(scope)
      ._with({ ...titles?._conventions })
      ._with({ locale, sessionLink, datadogTags }),
  );
}

function contentOf(props: RookoutDashboardProps, flowFrom: number): DashboardContent {
  const { title = 'Rookout', description, templateVariables, notifyList, teams, restrictedRoles } = props;
  const reflow = props.reflowType ?? 'fixed';
  oneOf('reflowType', reflow, REFLOWS);
  return newContent(
    { title, description, templateVariables, notifyList, teams, restrictedRoles, reflow: reflow as Reflow },
    flowFrom,
  );
}

function metricPointsForm(props: RookoutDashboardProps, overview: boolean): MetricPointsForm | undefined {
  const { metricPoints, app } = props;
  if (metricPoints !== undefined) {
    oneOf('metricPoints', metricPoints, METRIC_POINTS_FORMS);
    if (!overview) {
      throw new BadInput(
        'metricPoints',
        metricPoints,
        'is part of the overview, which this dashboard leaves out',
        'Leave one of the two settings out',
      );
    }
    if (metricPoints === 'app' && !app) {
      throw new BadInput('metricPoints', metricPoints, 'needs an app to embed', 'Pass a RookoutApp as app');
    }
    return metricPoints as MetricPointsForm;
  }
  if (!overview) return undefined;
  return app ? 'app' : 'table';
}
