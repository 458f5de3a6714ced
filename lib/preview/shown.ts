import { APP_UUID } from '../rookout/manifest';
import { requestsOf } from '../datadog/query/requests';
import { LINKED_TYPES } from '../datadog/widget';
import { JsonObject, objectsIn } from '../json/value';
import { chartOf } from './chart';
import { AppModel, Shown } from './model';
import { numberOf, textOf } from './read';
import { seriesOf } from './series';

/** Kinds that are drawn by their type and queries alone, beside those that have context links. */
const PLAIN_TYPES: readonly string[] = [
  'alert_graph',
  'alert_value',
  'check_status',
  'cohort',
  'funnel',
  'iframe',
  'manage_status',
  'monitor_summary',
  'powerpack',
  'retention',
  'run_workflow',
  'sankey',
  'split_group',
  'topology_map',
  'trace_service',
];

type Draw = (definition: JsonObject) => Shown;

/** How each kind of widget is drawn, by Datadog's `type`. */
const KINDS: ReadonlyMap<string, Draw> = new Map(
  Object.entries<Draw>({
    timeseries: chartOf,
    query_value: (definition) => ({
      kind: 'value',
      series: seriesOf(definition),
      unit: textOf(definition.custom_unit),
      precision: Math.max(0, Math.min(numberOf(definition.precision) ?? 2, 6)),
    }),
    toplist: (definition) => ({ kind: 'ranking', series: seriesOf(definition) }),
    bar_chart: (definition) => ({ kind: 'ranking', series: seriesOf(definition) }),
    sunburst: (definition) => ({ kind: 'pie', series: seriesOf(definition) }),
    treemap: (definition) => ({ kind: 'parts', series: seriesOf(definition) }),
    heatmap: (definition) => ({ kind: 'heatmap', series: seriesOf(definition) }),
    distribution: (definition) => ({ kind: 'heatmap', series: seriesOf(definition) }),
    change: (definition) => ({ kind: 'change', series: seriesOf(definition) }),
    query_table: (definition) => ({
      kind: 'table',
      series: seriesOf(definition),
      search: definition.has_search_bar === 'always',
    }),
    slo: objectiveOf,
    slo_list: objectiveOf,
    list_stream: listOf,
    log_stream: (definition) => ({ kind: 'list', columns: textsIn(definition.columns) }),
    event_stream: () => ({ kind: 'list', columns: [] }),
    event_timeline: () => ({ kind: 'list', columns: [] }),
    note: ({ content, background_color: color }) => ({
      kind: 'note',
      markdown: textOf(content),
      color: textOf(color),
    }),
    free_text: ({ text, color, font_size: size, text_align: align }) => ({
      kind: 'text',
      text: textOf(text),
      color: /^#[\da-f]{3,8}$/i.test(textOf(color)) ? textOf(color) : '',
      size: Math.max(1, Math.min(numberOf(size) ?? 16, 64)),
      align: align === 'center' || align === 'right' ? align : 'left',
    }),
    image: ({ url }) => ({ kind: 'image', url: textOf(url) }),
  }),
);

/** What is drawn of a widget. Of a kind that nobody knows only its name is. */
export function shownOf(definition: JsonObject, app: (id: string) => AppModel | undefined): Shown {
  const type = textOf(definition.type);
  if (type === 'custom' && definition.app_id === APP_UUID) return { kind: 'metric points' };
  if (type === 'embedded_app') {
    const id = textOf(definition.app_id);
    // One of Datadog's own templates has no id, and no stack declares it.
    return id === '' ? { kind: 'plain' } : { kind: 'app', id, app: app(id) };
  }
  const draw = KINDS.get(type);
  if (draw) return draw(definition);
  return { kind: LINKED_TYPES.includes(type) || PLAIN_TYPES.includes(type) ? 'plain' : 'unknown' };
}

function objectiveOf({ time_windows: windows }: JsonObject): Shown {
  const targets = textsIn(windows);
  return { kind: 'objective', targets: targets.length === 0 ? ['30d'] : targets };
}

function listOf(definition: JsonObject): Shown {
  const columns = requestsOf(definition).flatMap(({ columns }) => objectsIn(columns));
  return { kind: 'list', columns: columns.map(({ field }) => textOf(field)) };
}

function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).map(textOf).filter((text) => text !== '');
}
