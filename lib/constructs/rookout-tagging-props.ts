/** Which widgets are tagged, and by what. */
export interface RookoutTaggingProps {
  /**
   * The label keys that make filters, in the order in which they stand in a title.
   * @default - k8s_deployment, k8s_statefulset, k8s_daemonset, service, function_name, $hostname, k8s_namespace, env
   */
  readonly labelKeys?: string[];
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones; a key without one is its own tag.
   * @default - from the context `rookout`, else none
   */
  readonly datadogTags?: { [labelKey: string]: string };
  /**
   * The address that opens Rookout. `{labels}` in it becomes the percent-encoded label filters, joined by commas;
   * `{service}`, `{env}` and `{label:KEY}` become the percent-encoded value of one label. A graph that lacks such a
   * label, or has several values of it, gets no link, and its report says so.
   * @default - from the context `rookout`, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * Whether `sessionLink` may be an address without placeholder, which opens the same page for every graph.
   * @default false
   */
  readonly fixedSessionLink?: boolean;
  /**
   * What the entry of the context menu is called. One that is called **Set metric points** is renamed.
   * @default - Set metric points
   */
  readonly linkLabel?: string;
  /**
   * Whether a graph without a title gets one that is made of its label filters. Datadog shows a title of its own
   * for such a graph, whose place it takes. Without, it gets the link alone.
   * @default false
   */
  readonly titleUntitled?: boolean;
  /**
   * The most values of one label key that a title names. A graph with more gets the link alone, which has all of
   * them as long as the address has no more than 2,000 characters.
   * @default 5
   */
  readonly titleValues?: number;
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
