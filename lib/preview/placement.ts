import { Grid } from '../datadog/dashboard/grid';
import { COLUMNS } from '../datadog/dashboard/layout';
import { Rectangle } from '../datadog/widget';
import { isObject, JsonObject } from '../json/value';
import { numberOf } from './read';

/** A larger place is a mistake, which must not cost memory. */
const FURTHEST = 10_000;

/** Where the widgets of a list are: their own places, or where Datadog would let those without one flow. */
export function placesOf(widgets: readonly JsonObject[], columns = COLUMNS): Rectangle[] {
  const own = widgets.map(({ layout }) => (isObject(layout) ? rectangleOf(layout) : undefined));
  const below = Math.max(0, ...own.map((place) => (place ? place.y + place.height : 0)));
  const grid = new Grid(below);
  return own.map((place, index) => place ?? grid.flow(sizeOf(widgets[index], columns)));
}

function rectangleOf({ x, y, width, height }: JsonObject): Rectangle | undefined {
  const numbers = [x, y, width, height].map(numberOf);
  if (!numbers.every((number) => number !== undefined && number >= 0 && number <= FURTHEST)) return undefined;
  const [left, top, wide, high] = numbers as number[];
  return { x: left, y: top, width: Math.max(1, wide), height: Math.max(1, high) };
}

function sizeOf({ definition }: JsonObject, columns: number): { width: number; height: number } {
  const inside = isObject(definition) && Array.isArray(definition.widgets) ? definition.widgets : undefined;
  if (!inside) return { width: Math.min(4, columns), height: 2 };
  return { width: columns, height: 1 + bottomOf(placesOf(inside.filter(isObject))) };
}

/** The rows down to the lowest place. */
function bottomOf(places: readonly Rectangle[]): number {
  return Math.max(1, ...places.map(({ y, height }) => y + height));
}
