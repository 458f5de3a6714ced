import { overlap } from '../datadog/dashboard/board';
import { Grid } from '../datadog/dashboard/grid';
import { COLUMNS } from '../datadog/dashboard/layout';
import { Rectangle } from '../datadog/widget';
import { isObject, JsonObject } from '../json/value';
import { numberOf } from './read';

/** A larger place is a mistake, which must not cost memory. */
const FURTHEST = 10_000;

/**
 * Where the widgets of a grid are. Exports have widgets that lie on others: Datadog shows them below those that
 * come before. Widgets without a place flow below all others.
 */
export function placesOf(widgets: readonly JsonObject[], columns = COLUMNS): Rectangle[] {
  const taken: Rectangle[] = [];
  const own = ownPlacesOf(widgets).map((place) => {
    if (!place) return undefined;
    const free = belowOthers(place, taken);
    taken.push(free);
    return free;
  });
  return withFlowing(own, widgets, columns);
}

/** Where the widgets of a free layout are. They may lie on each other. */
export function placesOnCanvas(widgets: readonly JsonObject[]): Rectangle[] {
  return withFlowing(ownPlacesOf(widgets), widgets, COLUMNS);
}

/** Where the widgets of tabs are: each tab is a grid of its own. Tabs name widgets by position. */
export function placesOnTabs(
  widgets: readonly JsonObject[],
  tabs: readonly (readonly number[])[],
): Rectangle[] {
  const places = placesOnCanvas(widgets);
  for (const tab of tabs) {
    placesOf(tab.map((position) => widgets[position])).forEach(
      (place, index) => (places[tab[index]] = place),
    );
  }
  return places;
}

function ownPlacesOf(widgets: readonly JsonObject[]): (Rectangle | undefined)[] {
  return widgets.map((widget) => {
    const place = isObject(widget.layout) ? rectangleOf(widget.layout) : undefined;
    return place && { ...place, height: Math.max(place.height, heightOfGroup(widget, place.width)) };
  });
}

/** The place, if it is free. Otherwise the one below all others in its columns. */
function belowOthers(place: Rectangle, taken: readonly Rectangle[]): Rectangle {
  if (!taken.some((other) => overlap(place, other))) return place;
  const inColumns = { ...place, y: 0, height: Infinity };
  const rows = bottomOf(taken.filter((other) => overlap(inColumns, other)));
  return { ...place, y: Math.min(rows, FURTHEST) };
}

function withFlowing(
  places: readonly (Rectangle | undefined)[],
  widgets: readonly JsonObject[],
  columns: number,
): Rectangle[] {
  const grid = new Grid(bottomOf(places.filter((place) => place !== undefined)));
  return places.map((place, index) => place ?? grid.flow(sizeOf(widgets[index], columns)));
}

function rectangleOf({ x, y, width, height }: JsonObject): Rectangle | undefined {
  const numbers = [x, y, width, height].map(numberOf);
  if (!numbers.every((number) => number !== undefined && number >= 0 && number <= FURTHEST)) return undefined;
  const [left, top, wide, high] = numbers as number[];
  return { x: left, y: top, width: Math.max(1, wide), height: Math.max(1, high) };
}

function sizeOf(widget: JsonObject, columns: number): { width: number; height: number } {
  const height = heightOfGroup(widget, columns);
  return height === 0 ? { width: Math.min(4, columns), height: 2 } : { width: columns, height };
}

/**
 * The rows that a group needs for its title and what is in it; 0 for a widget that is no group. Exports have groups of a
 * single row that hold much more: Datadog makes them as high as they must be.
 */
function heightOfGroup({ definition }: JsonObject, columns: number): number {
  if (!isObject(definition) || !Array.isArray(definition.widgets)) return 0;
  const inside = definition.widgets.filter(isObject);
  const title = definition.show_title === false ? 0 : 1;
  return title + Math.max(1, bottomOf(placesOf(inside, Math.min(columns, COLUMNS))));
}

/** The rows down to the lowest place. */
function bottomOf(places: readonly Rectangle[]): number {
  return places.reduce((rows, { y, height }) => Math.max(rows, y + height), 0);
}
