/**
 * How the provider's blocks are called in Datadog's JSON, where that differs. What is in no table here is called the same
 * in both.
 *
 * Source: https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/dashboard
 */

/** Blocks that Datadog's JSON has in a list, by the name of the list. */
export const LISTS: Readonly<Record<string, string>> = {
  account: 'accounts',
  columns: 'columns',
  conditional_formats: 'conditional_formats',
  controlled_by_powerpack: 'controlled_by_powerpack',
  controlled_externally: 'controlled_externally',
  custom_link: 'custom_links',
  custom_links: 'custom_links',
  event: 'events',
  formula: 'formulas',
  graph_filter: 'graph_filters',
  group_by: 'group_by',
  input: 'inputs',
  marker: 'markers',
  metadata: 'metadata',
  multi_compute: 'multi_compute',
  request: 'requests',
  segment: 'segments',
  split_dimensions: 'split_dimensions',
  step: 'steps',
  tab: 'tabs',
  template_variable: 'template_variables',
  template_variable_preset: 'template_variable_presets',
  user: 'users',
};

/** Attributes and single blocks with other names. */
export const RENAMED: Readonly<Record<string, string>> = {
  compute_query: 'compute',
  formula_expression: 'formula',
  group_by_fields: 'group_by',
  histogram_query: 'query',
  scatterplot_table: 'table',
  sort_query: 'sort',
  widget_layout: 'layout',
};

/** Kinds of widgets with other names. */
export const TYPES: Readonly<Record<string, string>> = {
  product_analytics_funnel: 'funnel',
  service_level_objective: 'slo',
};

/** The kinds of queries: a block `query` has one of them in it. Any other `query` is one object in Datadog's JSON. */
export const QUERIES: ReadonlySet<string> = new Set([
  'apm_dependency_stats_query',
  'apm_metrics_query',
  'apm_resource_stats_query',
  'cloud_cost_query',
  'event_query',
  'metric_query',
  'process_query',
  'product_analytics_extended_query',
  'retention_query',
  'slo_query',
  'user_journey_query',
]);

/** Blocks in a request whose content is the request: of a heatmap or a wildcard widget. */
export const WHOLE_REQUESTS: readonly string[] = [
  'histogram_request',
  'liststream_request',
  'network_request',
  'rum_request',
  'timeseries_request',
  'treemap_request',
];

/** Kinds whose request is an object in Datadog's JSON, with a request for each role. */
export const REQUESTS_BY_ROLE: readonly string[] = ['hostmap', 'scatterplot'];

/**
 * Blocks of which one of several says the kind of what is in it. Datadog's JSON has that in `type`, beside the content.
 */
export const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  display: { flat: 'flat', stacked: 'stacked' },
  order_by: { formula_sort: 'formula', group_sort: 'group' },
  time: { fixed: 'fixed', live: 'live' },
  unit: { canonical: 'canonical_unit', custom: 'custom_unit_label' },
};

/** Blocks around a list of lists, with the block in them that repeats. */
export const LISTS_OF_LISTS: Readonly<Record<string, string>> = {
  static_splits: 'split_vector',
  text_formats: 'text_format',
};
