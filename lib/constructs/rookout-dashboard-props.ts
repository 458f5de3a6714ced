import { TerraformProvider } from 'cdktf';
import { DashboardTemplateVariable } from '../datadog/dashboard/frame';
import { RookoutApp } from './rookout-app';
import { RookoutTitles } from './rookout-titles';
import { RookoutLink } from '../datadog/other-links';

/** The settings of a `RookoutDashboard`. */
export interface RookoutDashboardProps {
  /**
   * The title of the dashboard.
   * @default Rookout
   */
  readonly title?: string;
  /**
   * The description of the dashboard.
   * @default - none
   */
  readonly description?: string;
  /**
   * The Rookout app, to be embedded in the overview. It may be in another stack.
   * @default - none
   */
  readonly app?: RookoutApp;
  /**
   * The services. Each gets a section, in this order, below the overview.
   * @default - none
   */
  readonly services?: string[];
  /**
   * Whether the dashboard begins with the integration's overview: its name, how to set metric points, and their
   * values.
   * @default true
   */
  readonly overview?: boolean;
  /**
   * How the overview lists metric points, by a word of `MetricPoints`. `app` embeds the App Builder app.
   * `table` is a table widget, which works in every account. `uiExtension` is the integration's custom
   * widget, for accounts that still have UI Extensions.
   * @default - `app` if an app is given, else `table`
   */
  readonly metricPoints?: string;
  /**
   * The conventions for titles: label key, more labels, language.
   * @default - those of the context `rookout`
   */
  readonly titles?: RookoutTitles;
  /**
   * The key of the label that names a service.
   * @default - from `titles`, else from the context `rookout`, else `k8s_deployment`
   */
  readonly labelKey?: string;
  /**
   * More labels for every title and link, as `key:value`, for example `env:staging`.
   * @default - from `titles`, else from the context `rookout`, else none
   */
  readonly labels?: string[];
  /**
   * The language of texts, as a code such as `en` or `fr`.
   * @default - from `titles`, else from the context `rookout`, else `en`
   */
  readonly locale?: string;
  /**
   * What links open: a word of `LiveDebugger`, or a URL as in `sessionLink`, which is the same setting.
   * @default - from the context `rookout`, else `rookout`
   */
  readonly liveDebugger?: string;
  /**
   * The URL of links, with `{labels}`, `{search}` or the like in it.
   * @default - from the context `rookout`, else that of `liveDebugger`
   */
  readonly sessionLink?: string;
  /**
   * Further context links of every graph, after the first: such as **Captured snapshots**.
   * @default - from the context `rookout`, else none
   */
  readonly links?: RookoutLink[];
  /**
   * The Datadog tag for each label key, or a list of tags. It adds to the known ones, or replaces them. The default graphs of
   * services use it.
   * @default - from the context `rookout`
   */
  readonly datadogTags?: { [labelKey: string]: any };
  /**
   * The template variables of the dashboard.
   * @default - only `rookout_instances`, if the dashboard embeds an app
   */
  readonly templateVariables?: DashboardTemplateVariable[];
  /**
   * The handles of the dashboard's teams, without `team:`. There may be at most 5.
   * @default - none
   */
  readonly teams?: string[];
  /**
   * The handles of the users to notify of changes.
   * @default - none
   */
  readonly notifyList?: string[];
  /**
   * The ids (UUIDs) of the roles that may edit the dashboard. No other role may.
   * @default - everyone who may edit dashboards
   */
  readonly restrictedRoles?: string[];
  /**
   * The ids of the dashboard lists that contain the dashboard.
   * @default - none
   */
  readonly dashboardLists?: number[];
  /**
   * A word of `DashboardReflow`. How widgets are arranged: `fixed` keeps their layout, and with `auto`
   * Datadog arranges them in order.
   * @default fixed
   */
  readonly reflowType?: string;
  /**
   * The Datadog provider.
   * @default - the provider of the stack
   */
  readonly provider?: TerraformProvider;
}
