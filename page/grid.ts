import type { WidgetModel } from '../lib/preview/model';
import { h, styled } from './dom';
import { widgetElement } from './widget';

/** Widgets on a grid, in the order in which they are read. */
export function grid(widgets: readonly WidgetModel[], columns: number): HTMLElement {
  const inOrder = [...widgets].sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x);
  return styled(h('div', { class: 'grid' }, inOrder.map(placed)), { '--columns': columns });
}

/** Widgets anywhere: the widest line of them is as wide as the page. */
export function canvas(widgets: readonly WidgetModel[]): HTMLElement {
  const width = Math.max(1, ...widgets.map(({ at }) => at.x + at.width));
  const height = Math.max(1, ...widgets.map(({ at }) => at.y + at.height));
  return styled(h('div', { class: 'canvas' }, widgets.map(placed)), { '--wide': width, '--high': height });
}

function placed(widget: WidgetModel): HTMLElement {
  const { x, y, width, height } = widget.at;
  return styled(widgetElement(widget, grid), { '--x': x, '--y': y, '--w': width, '--h': height });
}
