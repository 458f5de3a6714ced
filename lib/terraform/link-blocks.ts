/**
 * The blocks of context links, by the kind of widget. Other kinds have none.
 *
 * Source: https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/dashboard
 */
const LINK_BLOCKS: Readonly<Record<string, string>> = {
  bar_chart: 'custom_link',
  change: 'custom_link',
  geomap: 'custom_link',
  heatmap: 'custom_link',
  hostmap: 'custom_link',
  point_plot: 'custom_link',
  query_table: 'custom_link',
  query_value: 'custom_link',
  run_workflow: 'custom_link',
  scatterplot: 'custom_link',
  servicemap: 'custom_link',
  sunburst: 'custom_link',
  timeseries: 'custom_link',
  toplist: 'custom_link',
  topology_map: 'custom_link',
  treemap: 'custom_links',
  wildcard: 'custom_link',
};

/** The name of the blocks with context links of a kind, such as `custom_link` of `timeseries`. Undefined if it has none. */
export function linkBlockOf(kind: string): string | undefined {
  return LINK_BLOCKS[kind];
}

/** Why a kind of blocks can't have a context link. Undefined if it can. */
export function unlinkedBlock(kind: string): string | undefined {
  return kind in LINK_BLOCKS ? undefined : `the provider has no context links for ${kind}`;
}
