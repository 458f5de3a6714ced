import { BadInput } from '../bad-input';
import { Arrangement, Board, rowsOf } from './board';
import { DashboardContent } from './content';
import { DashboardOverrides, overridden } from './dashboard';
import { JsonObject, Widget } from './widget';

/** A dashboard that exists, in the form in which Datadog's API gives it back. */
export interface ImportedDashboard {
  /** All of it but the widgets. */
  readonly frame: JsonObject;
  readonly widgets: Widget[];
  readonly arrangement: Arrangement;
  /** The ids of the dashboard lists that it is on: no part of the JSON that the API takes. */
  readonly dashboardLists?: number[];
}

/** What the server owns, or gives back only as it likes. */
const SERVER_FIELDS = new Set([
  'id',
  'url',
  'author_handle',
  'author_name',
  'author_info',
  'created_at',
  'modified_at',
  'deleted_at',
  'is_read_only',
  'dashboard_lists',
  'widgets',
]);

/** What comes back as null or empty text where it is absent. */
const ALWAYS_WRITTEN: JsonObject = { description: '', template_variables: [], notify_list: [] };

const LAYOUT_TYPES = ['ordered', 'free'];

/**
 * Reads a dashboard as Datadog exports it, in its UI or by its API. Nothing is lost but what the server owns.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/#get-a-dashboard
 *
 * @throws BadInput where it is no dashboard
 */
export function importDashboard(json: JsonObject): ImportedDashboard {
  checkDashboard(json);
  const widgets = json.widgets as JsonObject[];
  const ids = widgets.map(({ id }) => id);
  return {
    frame: frameOf(json, ids),
    widgets: widgets.map((widget, index) => withoutIds(widget, `widgets[${index}]`)),
    arrangement: arrangementOf(json),
    ...(Array.isArray(json.dashboard_lists) ? { dashboardLists: json.dashboard_lists as number[] } : {}),
  };
}

/**
 * The content of a dashboard that exists. What is added flows in below what is there.
 *
 * @param json the dashboard as Datadog exports it
 * @throws BadInput where it is no dashboard, or an override is no good
 */
export function contentOfImport(json: JsonObject, overrides: DashboardOverrides): DashboardContent {
  const { frame, widgets, arrangement, dashboardLists } = importDashboard(json);
  const changed = overridden(frame, overrides);
  const board = new Board(arrangement, rowsOf(widgets), widgets);
  return {
    title: changed.title as string,
    arrangement,
    board,
    dashboardLists,
    toJson: () => ({ ...changed, widgets: board.render().widgets }),
  };
}

function checkDashboard(json: JsonObject): void {
  if (!isObject(json) || !Array.isArray(json.widgets)) {
    throw new BadInput('dashboard', json, 'has no list of widgets', 'Pass a dashboard as Datadog exports it');
  }
  if (typeof json.title !== 'string') {
    throw new BadInput('dashboard.title', json.title, 'is no text', 'Give the dashboard a title');
  }
  if (!LAYOUT_TYPES.includes(json.layout_type as string)) {
    throw new BadInput(
      'dashboard.layout_type',
      json.layout_type,
      'is not known',
      `Use one of: ${LAYOUT_TYPES.join(', ')}`,
    );
  }
}

function frameOf(json: JsonObject, widgetIds: readonly unknown[]): JsonObject {
  const kept = Object.entries(json).filter(
    ([name, value]) =>
      !SERVER_FIELDS.has(name) && value !== null && !(name === 'pause_auto_refresh' && value === false),
  );
  const frame: JsonObject = { ...Object.fromEntries(kept) };
  for (const [name, value] of Object.entries(ALWAYS_WRITTEN)) frame[name] ??= value;
  frame.notify_list = [...(frame.notify_list as string[])].sort();
  if (Array.isArray(frame.tabs))
    frame.tabs = frame.tabs.map((tab) => tabByPosition(tab as JsonObject, widgetIds));
  return frame;
}

/** Widget ids are new for a new dashboard: a tab then names its widgets by position, `@1` the first. */
function tabByPosition(tab: JsonObject, widgetIds: readonly unknown[]): JsonObject {
  const ids: unknown[] = Array.isArray(tab.widget_ids) ? tab.widget_ids : [];
  const widget_ids = ids.map((id) => {
    if (typeof id === 'string' && id.startsWith('@')) return id;
    const position = widgetIds.findIndex((other) => other !== undefined && String(other) === String(id));
    if (position < 0) {
      throw new BadInput('tabs', id, 'is the id of no widget', 'Export the dashboard with its widgets');
    }
    return `@${position + 1}`;
  });
  return { ...tab, widget_ids };
}

function withoutIds(widget: JsonObject, path: string): Widget {
  if (!isObject(widget) || !isObject(widget.definition)) {
    throw new BadInput(
      `${path}.definition`,
      isObject(widget) ? widget.definition : widget,
      'is no widget definition',
      'Give the widget one',
    );
  }
  const rest = Object.fromEntries(Object.entries(widget).filter(([name]) => name !== 'id'));
  const { widgets } = widget.definition;
  if (!Array.isArray(widgets)) return rest as unknown as Widget;
  const inner = widgets.map((child, index) => withoutIds(child, `${path}.definition.widgets[${index}]`));
  return { ...rest, definition: { ...widget.definition, widgets: inner } };
}

function arrangementOf(json: JsonObject): Arrangement {
  if (json.layout_type === 'free') return 'free';
  const placed = (json.widgets as JsonObject[]).every(({ layout }) => isObject(layout));
  return json.reflow_type === 'auto' || !placed ? 'auto' : 'fixed';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
