import { BadInput } from '../../bad-input';
import { Grid } from './grid';
import { freePlacementOf, Placement, placementOf, rectangleAt, WidgetLayout } from './layout';
import { Rectangle, Widget } from '../widget';
import { JsonObject } from '../../json/value';

/** How an ordered dashboard arranges its widgets: `fixed` at their places, or `auto`, arranged by Datadog. */
export type Reflow = 'fixed' | 'auto';

/** How widgets are arranged, by the words of `reflowType`. */
export class DashboardReflow {
  /** Widgets keep their layout. */
  public static readonly FIXED: string = 'fixed';
  /** Datadog arranges the widgets in order. */
  public static readonly AUTO: string = 'auto';

  private constructor() {}
}

/** How widgets are arranged. `free` is the canvas of Datadog's older dashboards. */
export type Arrangement = Reflow | 'free';

/** A widget that is rendered once the dashboard is complete. */
export interface WidgetSource {
  /** The keys of the labels in its title. */
  readonly labelKeys?: readonly string[];
  /** Returns the definition, and the height if it depends on widgets that were added later. */
  render(): { readonly definition: JsonObject; readonly height?: number };
}

interface Entry {
  readonly source: WidgetSource;
  readonly placement: Placement;
}

/** The widgets of a dashboard or group in order of creation, and their places. */
export class Board {
  private readonly entries: Entry[] = [];
  private readonly taken = new Grid();

  /**
   * @param arrangement how widgets are arranged
   * @param flowFrom the first row for widgets without a position
   * @param existing widgets that stay unchanged, before all others
   */
  public constructor(
    private readonly arrangement: Arrangement,
    private readonly flowFrom = 0,
    private readonly existing: readonly Widget[] = [],
  ) {}

  /**
   * Adds a widget.
   *
   * @throws BadInput if the layout is invalid, or overlaps another widget
   */
  public add(source: WidgetSource, layout?: WidgetLayout): void {
    const placement = this.arrangement === 'free' ? freePlacementOf(layout) : placementOf(layout);
    if (placement.position) this.reserve(rectangleAt(placement, placement.position));
    this.entries.push({ source, placement });
  }

  /** The widgets with their places, and the height of all of them in rows. */
  public render(): { readonly widgets: Widget[]; readonly height: number } {
    const grid = new Grid(this.flowFrom);
    for (const { placement } of this.entries) {
      if (placement.position) grid.take(rectangleAt(placement, placement.position));
    }
    const added = this.entries.map(({ source, placement }): Widget => {
      const { definition, height = placement.height } = source.render();
      if (this.arrangement === 'auto') return { definition };
      const size = { width: placement.width, height };
      const layout = placement.position ? rectangleAt(size, placement.position) : grid.flow(size);
      return { definition, layout };
    });
    return { widgets: [...this.existing, ...added], height: grid.height };
  }

  private reserve(rectangle: Rectangle): void {
    if (this.arrangement === 'free') return;
    if (this.arrangement === 'auto') {
      throw new BadInput(
        'layout',
        rectangle,
        'has a position, but with reflow "auto" Datadog places the widgets',
        'Leave x and y out, or use reflow "fixed"',
      );
    }
    if (
      !this.taken.take(rectangle) ||
      this.existing.some(({ layout }) => layout && overlap(layout, rectangle))
    ) {
      throw new BadInput(
        'layout',
        rectangle,
        'overlaps another widget',
        'Move it, or leave x and y out to let it flow into the first free place',
      );
    }
  }
}

/** The first row below all of the widgets. Layouts that can't be read are ignored. */
export function rowsOf(widgets: readonly { readonly layout?: unknown }[]): number {
  return widgets.reduce((rows, { layout }) => Math.max(rows, rowsDownTo(layout)), 0);
}

function rowsDownTo(layout: unknown): number {
  const { y, height } = (layout ?? {}) as JsonObject;
  const rows = Math.ceil(numberIn(y) + numberIn(height));
  return Number.isSafeInteger(rows) ? rows : 0;
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** Whether the places have a cell in common. */
export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
