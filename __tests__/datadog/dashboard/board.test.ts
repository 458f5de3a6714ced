import fc from 'fast-check';
import { Board } from '../../../lib/datadog/dashboard/board';
import { WidgetLayout } from '../../../lib/datadog/dashboard/layout';
import { Rectangle } from '../../../lib/datadog/widget';

const size = { width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 6 }) };
const flowing: fc.Arbitrary<WidgetLayout> = fc.record(size);
const fixed: fc.Arbitrary<WidgetLayout> = fc
  .record({ ...size, x: fc.nat({ max: 11 }), y: fc.nat({ max: 30 }) })
  .map((layout) => ({ ...layout, width: Math.min(layout.width, 12 - layout.x) }));

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Places the widgets, leaving out those that are refused for their position, and gives layouts by order of creation. */
function place(layouts: WidgetLayout[], flowFrom = 0): { given: WidgetLayout; placed: Rectangle }[] {
  const board = new Board('fixed', flowFrom);
  const kept = layouts.filter((layout, index) => {
    try {
      board.add({ render: () => ({ definition: { index } }) }, layout);
      return true;
    } catch {
      return false;
    }
  });
  const { widgets } = board.render();
  return kept.map((given, index) => ({ given, placed: widgets[index].layout! }));
}

describe('Board', () => {
  it('never lets widgets overlap or leave the 12 columns, and keeps sizes and positions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(flowing, fixed), { maxLength: 40 }),
        fc.nat({ max: 9 }),
        (layouts, flowFrom) => {
          const widgets = place(layouts, flowFrom);
          widgets.forEach(({ given, placed }, index) => {
            expect(placed).toMatchObject(given);
            expect(placed.x + placed.width).toBeLessThanOrEqual(12);
            if (given.x === undefined) expect(placed.y).toBeGreaterThanOrEqual(flowFrom);
            for (const other of widgets.slice(index + 1)) expect(overlap(placed, other.placed)).toBe(false);
          });
        },
      ),
    );
  });

  it('lets each widget flow into the highest place that is free, and of these the leftmost', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(flowing, fixed), { maxLength: 25 }), (layouts) => {
        const widgets = place(layouts);
        widgets.forEach(({ given, placed }, index) => {
          if (given.x !== undefined) return;
          const taken = widgets.filter((other, at) => other.given.x !== undefined || at < index);
          for (let y = 0; y <= placed.y; y++) {
            const end = y < placed.y ? 12 - placed.width : placed.x - 1;
            for (let x = 0; x <= end; x++) {
              expect(taken.some((other) => overlap({ ...placed, x, y }, other.placed))).toBe(true);
            }
          }
        });
      }),
    );
  });

  it('refuses an explicit position exactly where it overlaps another', () => {
    fc.assert(
      fc.property(fc.array(fixed, { maxLength: 25 }), (layouts) => {
        const board = new Board('fixed');
        const taken: Rectangle[] = [];
        for (const layout of layouts as Rectangle[]) {
          const add = () => board.add({ render: () => ({ definition: {} }) }, layout);
          if (taken.some((other) => overlap(layout, other))) expect(add).toThrow('overlaps');
          else {
            add();
            taken.push(layout);
          }
        }
      }),
    );
  });

  it('tells the rows that are taken, also above where widgets flow', () => {
    const board = new Board('fixed', 9);
    board.add({ render: () => ({ definition: {} }) }, { x: 0, y: 2, width: 1, height: 1 });
    expect(board.render().height).toBe(3);
    board.add({ render: () => ({ definition: {} }) });
    expect(board.render().height).toBe(12);
  });

  it('places many widgets that leave room beside them', () => {
    const board = new Board('fixed');
    for (let index = 0; index < 8_000; index++) {
      board.add({ render: () => ({ definition: {} }) }, { width: 7 + (index % 3), height: 1 + (index % 4) });
    }
    const { widgets, height } = board.render();
    expect(widgets).toHaveLength(8_000);
    expect(height).toBe(Math.max(...widgets.map(({ layout }) => layout!.y + layout!.height)));
  });
});
