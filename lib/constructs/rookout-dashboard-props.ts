import { TerraformProvider } from 'cdktf';
import { DashboardTemplateVariable } from '../datadog/dashboard/frame';
import { RookoutApp } from './rookout-app';
import { RookoutTitles } from './rookout-titles';

/** What a dashboard shows, and for whom. */
export interface RookoutDashboardProps {
  /**
   * The title of the dashboard.
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
   * Whether the integration's overview is there: its name, how metric points are set, their values and their list.
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
