/** Which widgets are tagged, and by what. */
export interface RookoutTaggingProps {
  /**
   * The label keys that make filters, in the order in which they stand in a title.
   * @default - k8s_deployment, k8s_statefulset, k8s_daemonset, service, function_name, k8s_namespace, env
   */
  readonly labelKeys?: string[];
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones; a key without one is its own tag.
   * @default - from the context `rookout`, else none
   */
  readonly datadogTags?: { [labelKey: string]: string };
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The kinds of widgets that are tagged, by Datadog's `type`: also `query_value`, `toplist`, `heatmap`,
   * `query_table`, ….
   * @default - timeseries
   */
  readonly widgetTypes?: string[];
  /**
   * Titles of widgets that are left alone; `*` stands for any text, and case does not matter.
   * @default - none
   */
  readonly excludeTitles?: string[];
  /**
   * Dashboards that are left alone, by title or by path of the construct; `*` stands for any text, and case does
   * not matter.
   * @default - none
   */
  readonly excludeDashboards?: string[];
  /**
   * Whether the summary of a dashboard tells what became of each widget.
   * @default false
   */
  readonly reportWidgets?: boolean;
}
