import { BadInput } from '../bad-input';
import { Grid } from './grid';
import { Placement, WidgetLayout, placementOf, rectangleAt } from './layout';
import { JsonObject, Rectangle, Widget } from './widget';

/** How a dashboard's or group's widgets are arranged: each at its place, or by Datadog, one after the other. */
export type Reflow = 'fixed' | 'auto';
export const REFLOWS: readonly Reflow[] = ['fixed', 'auto'];

/** Something that becomes a widget once the dashboard is complete. */
export interface WidgetSource {
  /** The definition, and the height where it depends on what has been added since. */
  render(): { readonly definition: JsonObject; readonly height?: number };
}

interface Entry {
  readonly source: WidgetSource;
  readonly placement: Placement;
}

/** The widgets of a dashboard or group in order of creation, and their places on its grid. */
export class Board {
  private readonly entries: Entry[] = [];
  private readonly taken = new Grid();

  public constructor(
    private readonly reflow: Reflow,
    private readonly flowFrom = 0,
  ) {}

  /**
   * Adds a widget.
   *
   * @throws BadInput where the layout is none, or stands on another widget's
   */
  public add(source: WidgetSource, layout?: WidgetLayout): void {
    const placement = placementOf(layout);
    if (placement.position) this.reserve(rectangleAt(placement, placement.position));
    this.entries.push({ source, placement });
  }

  /** The widgets with their places, and the rows that they take. */
  public render(): { readonly widgets: Widget[]; readonly height: number } {
    if (this.reflow === 'auto') {
      return {
        widgets: this.entries.map(({ source }) => ({ definition: source.render().definition })),
        height: 0,
      };
    }
    const grid = new Grid(this.flowFrom);
    for (const { placement } of this.entries) {
      if (placement.position) grid.take(rectangleAt(placement, placement.position));
    }
    const widgets = this.entries.map(({ source, placement }) => {
      const { definition, height = placement.height } = source.render();
      const size = { width: placement.width, height };
      const layout = placement.position ? rectangleAt(size, placement.position) : grid.flow(size);
      return { definition, layout };
    });
    return { widgets, height: grid.height };
  }

  private reserve(rectangle: Rectangle): void {
    if (this.reflow === 'auto') {
      throw new BadInput(
        'layout',
        rectangle,
        'has a position, and with reflow "auto" Datadog places the widgets',
        'Leave x and y out, or use reflow "fixed"',
      );
    }
    if (!this.taken.take(rectangle)) {
      throw new BadInput(
        'layout',
        rectangle,
        'overlaps another widget',
        'Move it, or leave x and y out to let it flow into the first free place',
      );
    }
  }
}
