import { TerraformProvider } from 'cdktf';
import { DashboardOverrides } from '../datadog/dashboard/frame';
import { RookoutTitles } from './rookout-titles';
import { RookoutTaggingProps } from './rookout-tagging-props';
import { RookoutLink } from '../datadog/other-links';

/** The settings of an import. */
export interface RookoutDashboardImportOptions {
  /**
   * Changes to the imported dashboard.
   * @default - nothing
   */
  readonly overrides?: DashboardOverrides;
  /**
   * Whether the graphs are tagged, as `RookoutTagging` does.
   * @default true
   */
  readonly tag?: boolean;
  /**
   * The settings of tagging.
   * @default - the defaults of `RookoutTagging`
   */
  readonly tagging?: RookoutTaggingProps;
  /**
   * The conventions for titles of added widgets.
   * @default - those of the context `rookout`
   */
  readonly titles?: RookoutTitles;
  /**
   * The language of added widgets, as a code such as `en` or `fr`.
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
   * The Datadog tag for each label key, or a list of tags. It adds to the known ones, or replaces them.
   * @default - from the context `rookout`
   */
  readonly datadogTags?: { [labelKey: string]: any };
  /**
   * The ids of the dashboard lists that contain the dashboard.
   * @default - the lists in the imported JSON
   */
  readonly dashboardLists?: number[];
  /**
   * The Datadog provider.
   * @default - the provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/** The settings of `RookoutDashboard.fromJson`. */
export interface RookoutDashboardJsonProps extends RookoutDashboardImportOptions {
  /**
   * The dashboard as exported from Datadog's UI or API: an object, or JSON text. Text loses nothing in any
   * language; of objects, Python, Java, Go and C# leave out what is null.
   */
  readonly json: any;
}

/** The settings of `RookoutDashboard.fromFile`. */
export interface RookoutDashboardFileProps extends RookoutDashboardImportOptions {
  /** The path of a JSON file, as exported from Datadog's UI or API. */
  readonly path: string;
}
