import { COLUMNS, Placement, rectangleAt } from './layout';
import { Rectangle } from './widget';

/**
 * The cells of a dashboard or group that are taken. Each row is a number whose bits are its columns, so that
 * placing many widgets stays fast.
 */
export class Grid {
  private readonly rows: number[] = [];
  private firstOpenRow: number;

  /** @param flowFrom the first row that widgets without a position may flow into */
  public constructor(flowFrom = 0) {
    this.firstOpenRow = flowFrom;
  }

  /** The rows down to the lowest cell that is taken. */
  public get height(): number {
    return this.rows.length;
  }

  /** Takes the rectangle's cells, if all of them are free; tells whether they were. */
  public take(rectangle: Rectangle): boolean {
    if (!this.isFree(rectangle)) return false;
    const { x, y, width, height } = rectangle;
    while (this.rows.length < y + height) this.rows.push(0);
    for (let row = y; row < y + height; row++) this.rows[row] |= mask(x, width);
    return true;
  }

  /** Takes the first free place of that size: the highest one, and of these the one furthest left. */
  public flow(placement: Placement): Rectangle {
    while (this.rows[this.firstOpenRow] === mask(0, COLUMNS)) this.firstOpenRow++;
    for (let y = this.firstOpenRow; ; y++) {
      for (let x = 0; x + placement.width <= COLUMNS; x++) {
        const rectangle = rectangleAt(placement, { x, y });
        if (this.take(rectangle)) return rectangle;
      }
    }
  }

  private isFree({ x, y, width, height }: Rectangle): boolean {
    const columns = mask(x, width);
    const end = Math.min(y + height, this.rows.length);
    for (let row = y; row < end; row++) if (this.rows[row] & columns) return false;
    return true;
  }
}

function mask(x: number, width: number): number {
  return ((1 << width) - 1) << x;
}
