import { RookoutLink } from '../datadog/other-links';

/** The settings of `RookoutTagging`. */
export interface RookoutTaggingProps {
  /**
   * The label keys of the filters, in the order of the title.
   * @default - k8s_deployment, service, function_name, $hostname, k8s_namespace, env
   */
  readonly labelKeys?: string[];
  /**
   * The Datadog tag for each label key, or a list of tags, of which a graph uses the first that it has. It adds to the
   * known ones, or replaces them. Without one, the key is the tag.
   * @default - from the context `rookout`, else none
   */
  readonly datadogTags?: { [labelKey: string]: any };
  /**
   * What links open: a word of `LiveDebugger`, or a URL as in `sessionLink`, which is the same setting.
   * @default - from the context `rookout`, else `rookout`
   */
  readonly liveDebugger?: string;
  /**
   * The URL of links. `{labels}` becomes the percent-encoded label filters, joined by commas, and `{search}` the same as
   * a search of Datadog: `service:cart env:prod`.
   * `{service}`, `{env}` and `{label:KEY}` become the percent-encoded value of one label. A graph without
   * that label, or with several values of it, gets no link, and the report says so.
   * @default - from the context `rookout`, else that of `liveDebugger`
   */
  readonly sessionLink?: string;
  /**
   * Further context links of every graph, after the first: such as **Captured snapshots**.
   * @default - from the context `rookout`, else none
   */
  readonly links?: RookoutLink[];
  /**
   * Whether a URL of your own may have no placeholder. Every graph then opens the same URL.
   * @default false
   */
  readonly fixedSessionLink?: boolean;
  /**
   * The label of the context link. An existing link **Set metric points** is renamed.
   * @default - Set metric points
   */
  readonly linkLabel?: string;
  /**
   * Whether a graph without a title gets its label filters as a title. They replace the title that Datadog
   * makes for it. If false, the graph only gets the context link.
   * @default false
   */
  readonly titleUntitled?: boolean;
  /**
   * The largest number of values of one label key in a title. A graph with more only gets the context link.
   * The link has all values, if its URL has at most 2,000 characters.
   * @default 5
   */
  readonly titleValues?: number;
  /**
   * When Datadog's tag `host` is the label `$hostname`: `plain` (not in graphs of containers or of a cloud), `always`
   * or `never`, see `HostNames`. An agent reports the machine's own name. In Kubernetes that is the pod, where `host` is
   * the node.
   * @default - from the context `rookout`, else `plain`
   */
  readonly hosts?: string;
  /**
   * Whether a label key with several values is left out. Rookout does not document whether filters of one key are
   * alternatives.
   * @default false
   */
  readonly singleValues?: boolean;
  /**
   * Whether a graph gets no label and no link if these would select more than it shows. A graph of
   * `env:prod,!host:web-1` shows all of `env:prod` but one server, and a label filter can't exclude.
   * If false, the report names what is wider.
   * @default false
   */
  readonly exact?: boolean;
  /**
   * The widget types to tag, by Datadog's `type`, for example `timeseries`, `query_value` or `toplist`.
   * @default - timeseries
   */
  readonly widgetTypes?: string[];
  /**
   * Titles of widgets that are not tagged. `*` matches any text, and case does not matter.
   * @default - none
   */
  readonly excludeTitles?: string[];
  /**
   * Dashboards that are not tagged, by title or construct path. `*` matches any text, and case does not
   * matter.
   * @default - none
   */
  readonly excludeDashboards?: string[];
  /**
   * Whether the summary of a dashboard lists the result for each widget.
   * @default false
   */
  readonly reportWidgets?: boolean;
}
