import { BadInput } from '../../bad-input';
import { Arrangement, rowsOf } from './board';
import { DashboardContent } from './content';
import { checkNotifyList, DashboardOverrides, notifyListOf, overridden } from './frame';
import { SET_BY_SERVER } from './set-by-server';
import { tabsByPosition } from './tabs';
import { checkDepth, Widget } from '../widget';
import { isObject, JsonObject } from '../../json/value';

/** An existing dashboard, as Datadog's API returns it. */
export interface ImportedDashboard {
  /** All fields except the widgets. */
  readonly frame: JsonObject;
  readonly widgets: Widget[];
  readonly arrangement: Arrangement;
  /** The ids of the dashboard lists that contain it. They are not part of the JSON that the API accepts. */
  readonly dashboardLists?: number[];
  /** What users have set but is not imported, as a sentence. */
  readonly leftOut?: string;
}

/** Fields that the server sets or does not always return, and those that are read one by one. */
const NOT_IN_FRAME = new Set([...SET_BY_SERVER, 'is_read_only', 'dashboard_lists', 'widgets']);

/** Fields that the API returns as null or empty text if they are not set. */
const ALWAYS_WRITTEN: JsonObject = { description: '', template_variables: [], notify_list: [] };

/** Fields that users can set but an import leaves out, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  is_read_only: 'Datadog is replacing it with restriction policies, and a plan with it would never be empty',
};

const LAYOUT_TYPES = ['ordered', 'free'];

/**
 * Reads a dashboard that was exported from Datadog's UI or API. Only fields that the server sets are left
 * out.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/#get-a-dashboard
 *
 * @throws BadInput if it is not a dashboard
 */
export function importDashboard(json: JsonObject): ImportedDashboard {
  checkDashboard(json);
  const existing = json.widgets as JsonObject[];
  const widgets = withoutIds(existing, 'widgets', 0);
  const leftOut = leftOutOf(json);
  return {
    frame: frameOf(json, existing),
    widgets,
    arrangement: arrangementOf(json),
    ...(json.dashboard_lists ? { dashboardLists: json.dashboard_lists as number[] } : {}),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}

/**
 * What users have set in an existing dashboard but its import leaves out, in one line. Undefined if there is
 * nothing.
 */
export function leftOutOf(json: JsonObject): string | undefined {
  const fields = Object.keys(LEFT_OUT).filter((name) => json[name] === true);
  if (fields.length === 0) return undefined;
  return `The import leaves out ${fields.map((name) => `${name} (${LEFT_OUT[name]})`).join(', ')}.`;
}

/**
 * The content of an existing dashboard. Added widgets flow in below the existing ones.
 *
 * @throws BadInput if an override is invalid
 */
export function contentOfImport(
  { frame, widgets, arrangement, dashboardLists, leftOut }: ImportedDashboard,
  overrides: DashboardOverrides,
): DashboardContent {
  const changed = overridden(frame, overrides);
  return new DashboardContent({
    title: changed.title as string,
    arrangement,
    widgets,
    flowFrom: rowsOf(widgets),
    dashboardLists,
    leftOut,
    templateVariables: changed.template_variables,
    toJson: (all) => ({ ...changed, widgets: all }),
  });
}

function checkDashboard(json: JsonObject): void {
  if (!isObject(json) || !Array.isArray(json.widgets)) {
    throw new BadInput('dashboard', json, 'has no list of widgets', 'Pass a dashboard as Datadog exports it');
  }
  if (typeof json.title !== 'string') {
    throw new BadInput('dashboard.title', json.title, 'is not text', 'Give the dashboard a title');
  }
  if (!LAYOUT_TYPES.includes(json.layout_type as string)) {
    throw new BadInput(
      'dashboard.layout_type',
      json.layout_type,
      'is not known',
      `Use one of: ${LAYOUT_TYPES.join(', ')}`,
    );
  }
  const lists = json.dashboard_lists ?? [];
  if (!Array.isArray(lists) || !lists.every((id) => typeof id === 'number')) {
    throw new BadInput('dashboard_lists', lists, 'is not a list of ids', 'Pass numbers, or leave it out');
  }
}

function frameOf(json: JsonObject, widgets: readonly JsonObject[]): JsonObject {
  const kept = Object.entries(json).filter(
    ([name, value]) =>
      !NOT_IN_FRAME.has(name) && value !== null && !(name === 'pause_auto_refresh' && value === false),
  );
  const frame: JsonObject = { ...Object.fromEntries(kept) };
  for (const [name, value] of Object.entries(ALWAYS_WRITTEN)) frame[name] ??= value;
  checkNotifyList('notify_list', frame.notify_list);
  frame.notify_list = notifyListOf(frame.notify_list as string[]);
  if (frame.tabs !== undefined) frame.tabs = tabsByPosition(frame.tabs, widgets);
  return frame;
}

function withoutIds(widgets: readonly JsonObject[], path: string, depth: number): Widget[] {
  checkDepth(path, depth);
  return widgets.map((widget, index) => {
    const at = `${path}[${index}].definition`;
    const definition = isObject(widget) ? widget.definition : widget;
    if (!isObject(definition)) {
      throw new BadInput(at, definition, 'is not a widget definition', 'Give the widget one');
    }
    const rest = Object.fromEntries(Object.entries(widget).filter(([name]) => name !== 'id'));
    if (!Array.isArray(definition.widgets)) return rest as unknown as Widget;
    const inner = withoutIds(definition.widgets, `${at}.widgets`, depth + 1);
    return { ...rest, definition: { ...definition, widgets: inner } };
  });
}

function arrangementOf(json: JsonObject): Arrangement {
  if (json.layout_type === 'free') return 'free';
  const placed = (json.widgets as JsonObject[]).every(({ layout }) => isObject(layout));
  return json.reflow_type === 'auto' || !placed ? 'auto' : 'fixed';
}
