import { COLUMNS, Placement } from './layout';
import { Rectangle } from '../widget';

/**
 * The used cells of a dashboard or group, from a first row on. Each row is a number whose bits are the
 * columns, so that placing many widgets is fast.
 */
export class Grid {
  private readonly rows: number[] = [];
  private lowest = 0;
  /**
   * The row of the last place found for each size. Cells never become free again, so the next place is not
   * above it.
   */
  private readonly lastRows = new Map<number, number>();

  /** @param firstRow the first row for widgets; rows above it are ignored */
  public constructor(private readonly firstRow = 0) {}

  /** The number of rows down to the lowest used cell. */
  public get height(): number {
    return this.lowest;
  }

  /** Takes the rectangle's cells if all of them are free. Returns whether they were. */
  public take(rectangle: Rectangle): boolean {
    const { x, y, width, height } = rectangle;
    if (!this.isFree(x, y, width, height)) return false;
    this.mark(rectangle);
    return true;
  }

  /** Takes the first free place of that size: the highest one, and in that row the leftmost. */
  public flow({ width, height }: Placement): Rectangle {
    const size = height * (COLUMNS + 1) + width;
    for (let y = this.lastRows.get(size) ?? this.firstRow; ; y++) {
      for (let x = 0; x + width <= COLUMNS; x++) {
        if (!this.isFree(x, y, width, height)) continue;
        this.lastRows.set(size, y);
        const rectangle = { x, y, width, height };
        this.mark(rectangle);
        return rectangle;
      }
    }
  }

  private mark({ x, y, width, height }: Rectangle): void {
    const end = y + height - this.firstRow;
    while (this.rows.length < end) this.rows.push(0);
    for (let row = this.indexOf(y); row < end; row++) this.rows[row] |= mask(x, width);
    this.lowest = Math.max(this.lowest, y + height);
  }

  private isFree(x: number, y: number, width: number, height: number): boolean {
    const columns = mask(x, width);
    const end = Math.min(y + height - this.firstRow, this.rows.length);
    for (let row = this.indexOf(y); row < end; row++) if (this.rows[row] & columns) return false;
    return true;
  }

  private indexOf(y: number): number {
    return Math.max(0, y - this.firstRow);
  }
}

function mask(x: number, width: number): number {
  return ((1 << width) - 1) << x;
}
