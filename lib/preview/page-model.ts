import { COLUMNS } from '../datadog/dashboard/layout';
import { checkDepth, Rectangle } from '../datadog/widget';
import { isObject, JsonObject, objectsIn } from '../json/value';
import { RookoutLabel } from '../rookout/label';
import { AppModel, GraphModel, LinkModel, OpensModel, PageModel, TabModel, WidgetModel } from './model';
import { placesOf, placesOnCanvas, placesOnTabs } from './placement';
import { objectOf, readable, textOf } from './read';
import { queryTexts } from './series';
import { safeAddress } from './shared/safe-address';
import { shownOf } from './shown';
import { variablesOf, viewsOf } from './variables';

/** What is known beside the dashboard itself. */
export interface Surroundings {
  readonly graphs: readonly GraphModel[];
  /** The App Builder app with that id, where it is known. */
  app(id: string): AppModel | undefined;
  /** What the link with that label and address opens. Without it, that is not known. */
  opens?(link: { readonly label: string; readonly address: string }): OpensModel | undefined;
}

/**
 * What a page shows of a dashboard.
 *
 * @throws BadInput where groups are nested too deeply
 */
export function pageModel(given: JsonObject, around: Surroundings): PageModel {
  const dashboard = readable(given);
  const widgets = objectsIn(dashboard.widgets);
  const positions = positionsOf(widgets);
  const tabs = objectsIn(dashboard.tabs).map((tab) => tabOf(tab, positions));
  const layout = dashboard.layout_type === 'free' ? 'free' : 'grid';
  return {
    title: textOf(dashboard.title),
    description: textOf(dashboard.description),
    layout,
    columns: COLUMNS,
    widgets: widgetModels(widgets, 'widgets', placesIn(layout, widgets, tabs), around, 0),
    tabs,
    variables: variablesOf(dashboard),
    views: viewsOf(dashboard),
    graphs: around.graphs,
  };
}

function placesIn(
  layout: PageModel['layout'],
  widgets: readonly JsonObject[],
  tabs: readonly TabModel[],
): Rectangle[] {
  if (layout === 'free') return placesOnCanvas(widgets);
  if (tabs.length === 0) return placesOf(widgets);
  return placesOnTabs(
    widgets,
    tabs.map((tab) => tab.widgets),
  );
}

function widgetModels(
  widgets: readonly JsonObject[],
  path: string,
  places: readonly Rectangle[],
  around: Surroundings,
  depth: number,
): WidgetModel[] {
  checkDepth(path, depth);
  return widgets.map((widget, index) => {
    const definition = objectOf(widget.definition);
    return widgetModel(definition, `${path}[${index}]`, places[index], around, depth);
  });
}

function widgetModel(
  definition: JsonObject,
  path: string,
  at: Rectangle,
  around: Surroundings,
  depth: number,
): WidgetModel {
  const title = textOf(definition.title);
  return {
    path,
    type: textOf(definition.type),
    title,
    untitled: definition.show_title === false,
    description: textOf(definition.description),
    at,
    filters: RookoutLabel.inTitle(title).map(String),
    links: objectsIn(definition.custom_links).flatMap((link) => linkOf(link, around)),
    queries: queryTexts(definition),
    shows: inside() ?? shownOf(definition, around.app),
  };

  function inside(): WidgetModel['shows'] | undefined {
    const { widgets, source_widget_definition: source } = definition;
    const columns = Math.min(at.width, COLUMNS);
    const color = textOf(definition.background_color);
    if (Array.isArray(widgets)) {
      const inner = objectsIn(widgets);
      const places = placesOf(inner, columns);
      const models = widgetModels(inner, `${path}.definition.widgets`, places, around, depth + 1);
      return { kind: 'group', columns, color, widgets: models };
    }
    if (!isObject(source)) return undefined;
    checkDepth(path, depth);
    const whole = { x: 0, y: 0, width: columns, height: Math.max(1, at.height - 1) };
    const split = widgetModel(
      source,
      `${path}.definition.source_widget_definition`,
      whole,
      around,
      depth + 1,
    );
    return { kind: 'group', columns, color, widgets: [split] };
  }
}

/** Only an address on the web, or on Datadog's own site, becomes a link. */
function linkOf({ label: name, link, is_hidden: hidden }: JsonObject, { opens }: Surroundings): LinkModel[] {
  const label = textOf(name);
  const address = textOf(link);
  if (hidden === true || safeAddress(address) === undefined) return [];
  const opened = opens?.({ label, address });
  return [{ label, address, ...(opened && { opens: opened }) }];
}

/** The positions of the widgets that each text in a tab names: a position, as in `@1`, or an id. */
function positionsOf(widgets: readonly JsonObject[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  const add = (name: string, index: number): void => {
    const same = positions.get(name);
    if (same) same.push(index);
    else positions.set(name, [index]);
  };
  for (const [index, { id }] of widgets.entries()) {
    add(`@${index + 1}`, index);
    if (id !== undefined) add(String(id), index);
  }
  return positions;
}

function tabOf(
  { name, widget_ids: ids }: JsonObject,
  positions: ReadonlyMap<string, readonly number[]>,
): TabModel {
  const named = (Array.isArray(ids) ? ids : []).map(String);
  const widgets = new Set(named.flatMap((one) => positions.get(one) ?? []));
  return { name: textOf(name), widgets: [...widgets].sort((one, other) => one - other) };
}
