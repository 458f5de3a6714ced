import { TerraformProvider } from 'cdktf';
import { DashboardOverrides } from '../datadog/dashboard/frame';
import { RookoutTitles } from './rookout-titles';
import { RookoutTaggingProps } from './rookout-tagging-props';

/** How a dashboard that exists is taken over. */
export interface RookoutDashboardImportOptions {
  /**
   * What is different from the dashboard that is imported.
   * @default - nothing
   */
  readonly overrides?: DashboardOverrides;
  /**
   * Whether its graphs are tagged, by the rules of `RookoutTagging`.
   * @default true
   */
  readonly tag?: boolean;
  /**
   * Which graphs are tagged, and by what.
   * @default - the defaults of `RookoutTagging`
   */
  readonly tagging?: RookoutTaggingProps;
  /**
   * The conventions of titles of what is added.
   * @default - those of the context `rookout`
   */
  readonly titles?: RookoutTitles;
  /**
   * The language of texts of what is added, as a code such as `en`; README lists them.
   * @default - that of `titles`, else from the context `rookout`, else `en`
   */
  readonly locale?: string;
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones.
   * @default - from the context `rookout`
   */
  readonly datadogTags?: { [labelKey: string]: string };
  /**
   * The ids of the dashboard lists that it is on.
   * @default - those that the import names
   */
  readonly dashboardLists?: number[];
  /**
   * The Datadog provider.
   * @default - the stack's
   */
  readonly provider?: TerraformProvider;
}

/** A dashboard that exists, as JSON. */
export interface RookoutDashboardJsonProps extends RookoutDashboardImportOptions {
  /** The dashboard as Datadog exports it, in its UI or by its API: an object, or its JSON text. */
  readonly json: any;
}

/** A dashboard that exists, as a file. */
export interface RookoutDashboardFileProps extends RookoutDashboardImportOptions {
  /** The path of a file with the dashboard as Datadog exports it. */
  readonly path: string;
}
