import type { PageModel, WidgetModel } from '../lib/preview/model';
import { WORDS } from './context';
import { h } from './dom';
import { findingsPanel } from './findings';
import { canvas, grid } from './grid';
import { header } from './header';

/** A dashboard: its header, the panel of findings and its widgets. */
export function dashboardElements(model: PageModel): HTMLElement[] {
  return [header(model), findingsPanel(model.graphs), ...widgetsOf(model)];
}

/**
 * The widgets, on tabs where the dashboard has them.
 *
 * @param prefix tells the tabs of two dashboards on one page apart
 */
export function widgetsOf(model: PageModel, prefix = ''): HTMLElement[] {
  const { tabs, widgets } = model;
  if (tabs.length === 0) return [layout(model, widgets)];
  const panels = tabs.map((tab, index) =>
    h(
      'div',
      {
        role: 'tabpanel',
        id: `${prefix}panel-${index}`,
        'aria-labelledby': `${prefix}tab-${index}`,
        hidden: index > 0,
      },
      layout(
        model,
        tab.widgets.map((position) => widgets[position]),
      ),
    ),
  );
  const buttons = tabs.map(({ name }, index) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `${prefix}tab-${index}`,
        'aria-controls': `${prefix}panel-${index}`,
        'aria-selected': String(index === 0),
        tabindex: index === 0 ? 0 : -1,
        onclick: () => select(index),
        onkeydown: ({ key }: KeyboardEvent) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
          if (step) select((index + step + tabs.length) % tabs.length);
        },
      },
      name || WORDS.untitled,
    ),
  );
  return [h('div', { role: 'tablist', class: 'tabs', 'aria-label': WORDS.tabs }, buttons), ...panels];

  function select(chosen: number): void {
    buttons.forEach((button, index) => {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
    buttons[chosen].focus();
  }
}

function layout(model: PageModel, widgets: readonly WidgetModel[]): HTMLElement {
  if (model.layout === 'free') return canvas(widgets);
  const top = Math.min(...widgets.map(({ at }) => at.y));
  return grid(
    widgets.map((widget) => ({ ...widget, at: { ...widget.at, y: widget.at.y - top } })),
    model.columns,
  );
}
