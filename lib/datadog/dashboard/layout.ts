import { BadInput } from '../../bad-input';
import { isObject } from '../../json/value';
import { Rectangle } from '../widget';

/** The columns of a dashboard's grid, and of a group with full width. */
export const COLUMNS = 12;

/** More rows than any dashboard has. A larger number is a mistake, and every row needs memory. */
const MOST_ROWS = 10_000;

/**
 * The layout of a widget on its dashboard or group, in grid cells. Give both `x` and `y`, or neither: then
 * the widget flows into the first free place.
 */
export interface WidgetLayout {
  /**
   * The first column, from 0.
   * @default - the widget flows
   */
  readonly x?: number;
  /**
   * The first row, from 0.
   * @default - the widget flows
   */
  readonly y?: number;
  /**
   * The number of columns, 1 to 12.
   * @default 6
   */
  readonly width?: number;
  /**
   * The number of rows, at least 1.
   * @default 3
   */
  readonly height?: number;
}

/** A size on the grid. Without a position the widget flows. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly position?: { readonly x: number; readonly y: number };
}

const DEFAULT_SIZE: Placement = { width: 6, height: 3 };

/**
 * Reads a layout.
 *
 * @throws BadInput if it is wider than the 12 columns, or a number is negative or fractional
 */
export function placementOf(layout?: WidgetLayout): Placement {
  if (layout === undefined) return DEFAULT_SIZE;
  checkLayout(layout);
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height, x, y } = layout;
  checkCount('layout.width', width, 1, COLUMNS);
  checkCount('layout.height', height, 1, MOST_ROWS);
  if (x === undefined && y === undefined) return { width, height };
  if (x === undefined || y === undefined) {
    throw new BadInput(
      'layout',
      layout,
      'has only one of x and y',
      'Give both, or neither to let the widget flow',
    );
  }
  checkCount('layout.x', x, 0, COLUMNS - 1);
  checkCount('layout.y', y, 0, MOST_ROWS);
  if (x + width > COLUMNS) {
    throw new BadInput(
      'layout',
      layout,
      `ends at column ${x + width}, but the grid has ${COLUMNS}`,
      `Make x + width at most ${COLUMNS}`,
    );
  }
  return { width, height, position: { x, y } };
}

function checkLayout(layout: unknown): void {
  if (isObject(layout)) return;
  throw new BadInput('layout', layout, 'is not an object', 'Write it as { x: 0, y: 0, width: 6, height: 3 }');
}

/**
 * Reads a layout on a free canvas, where nothing flows.
 *
 * @throws BadInput if a number is missing, negative or fractional
 */
export function freePlacementOf(layout: WidgetLayout = {}): Placement {
  checkLayout(layout);
  const { x, y, width, height } = layout;
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new BadInput(
      'layout',
      layout,
      'has no position or no size, and on a dashboard with free layout nothing flows',
      'Give x, y, width and height, in the units of the dashboard',
    );
  }
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    checkCount(`layout.${name}`, value, 0, MOST_ROWS);
  }
  return { width, height, position: { x, y } };
}

function checkCount(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new BadInput(
      what,
      value,
      `is not a whole number from ${least} to ${most}`,
      'Count in whole cells of the grid',
    );
  }
}

/** The rectangle of a placement that has a position. */
export function rectangleAt(placement: Placement, { x, y }: { x: number; y: number }): Rectangle {
  return { x, y, width: placement.width, height: placement.height };
}
