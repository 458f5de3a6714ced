import { BadInput } from '../bad-input';
import { JsonObject } from '../json/value';

/** The limit of nesting. No real dashboard nests groups deeper. */
const DEEPEST_GROUPS = 50;

/**
 * @param path of a list of widgets, the outermost field first
 * @throws BadInput if groups are nested too deeply
 */
export function checkDepth(path: string, depth: number): void {
  if (depth <= DEEPEST_GROUPS) return;
  const [outermost] = path.split('.');
  throw new BadInput(
    outermost,
    '…',
    `holds groups nested more than ${DEEPEST_GROUPS} levels deep`,
    'Flatten the groups',
  );
}

/** A widget of a dashboard: its definition and, if the layout is fixed, its place. */
export interface Widget {
  readonly definition: JsonObject;
  readonly layout?: Rectangle;
}

/** A place on the grid, counted in columns and rows from the upper left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The widgets that show data and have context links, by Datadog's `type`.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`custom_links` of the widget definitions) and, for
 * `heatgrid`, Datadog's client for Go 2.67.0
 */
export const LINKED_TYPES: readonly string[] = [
  'bar_chart',
  'change',
  'distribution',
  'geomap',
  'heatgrid',
  'heatmap',
  'hostmap',
  'point_plot',
  'query_table',
  'query_value',
  'scatterplot',
  'servicemap',
  'sunburst',
  'timeseries',
  'toplist',
  'topology_map',
  'treemap',
  'wildcard',
];
