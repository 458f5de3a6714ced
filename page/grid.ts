import type { WidgetModel } from '../lib/preview/model';
import { h, styled } from './dom';
import { Level, widgetElement } from './widget';

/**
 * Widgets on a grid, in the order in which they are read. What is below a collapsed group moves up.
 *
 * @param level of their titles
 */
export function grid(widgets: readonly WidgetModel[], columns: number, level: Level = 'h2'): HTMLElement {
  const inOrder = [...widgets].sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x);
  const elements = inOrder.map((widget) => placed(widget, level));
  const element = styled(h('div', { class: 'grid' }, elements), { '--columns': columns });
  element.addEventListener('collapse', () => {
    const isCollapsed = elements.map(({ classList }) => classList.contains('collapsed'));
    const free = freeRows(inOrder, isCollapsed);
    inOrder.forEach(({ at: { y, height } }, index) => {
      const above = free.filter((row) => row < y).length;
      styled(elements[index], { '--y': y - above, '--h': isCollapsed[index] ? 1 : height });
    });
  });
  return element;
}

/** The rows that nothing is in but the insides of collapsed groups. */
function freeRows(widgets: readonly WidgetModel[], isCollapsed: readonly boolean[]): number[] {
  const used = new Set<number>();
  const hidden = new Set<number>();
  widgets.forEach(({ at: { y, height } }, index) => {
    for (let row = y; row < y + height; row++) {
      if (isCollapsed[index] && row > y) hidden.add(row);
      else used.add(row);
    }
  });
  return [...hidden].filter((row) => !used.has(row));
}

/** Widgets anywhere: the widest line of them is as wide as the page. */
export function canvas(widgets: readonly WidgetModel[]): HTMLElement {
  const width = Math.max(1, ...widgets.map(({ at }) => at.x + at.width));
  const height = Math.max(1, ...widgets.map(({ at }) => at.y + at.height));
  return styled(
    h(
      'div',
      { class: 'canvas' },
      widgets.map((widget) => placed(widget, 'h2')),
    ),
    { '--wide': width, '--high': height },
  );
}

function placed(widget: WidgetModel, level: Level): HTMLElement {
  const { x, y, width, height } = widget.at;
  return styled(widgetElement(widget, level, grid), { '--x': x, '--y': y, '--w': width, '--h': height });
}
