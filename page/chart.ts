import type uPlot from 'uplot';
import type { ChartShown, WidgetModel } from '../lib/preview/model';
import { h, styled } from './dom';
import { openMenu } from './menu';
import { lineAt, lineColor, plot } from './plot';
import { cornerOf, openByPointer } from './pointer';
import { allLines, lastOf, Line, shownNumber } from './sample';
import { whenSeen } from './seen';

/** A timeseries with its legend. Each line of the legend opens the menu of that line. */
export function chart(widget: WidgetModel, shown: ChartShown): HTMLElement {
  const lines = allLines(shown.series);
  const canvas = h('div', {
    class: 'plot',
    role: 'img',
    'aria-label': lines.map(({ name }) => name).join(', '),
  });
  let drawn: uPlot | undefined;
  whenSeen(canvas, () => {
    drawn?.destroy();
    drawn = canvas.clientWidth > 0 ? plot(shown, lines, canvas) : undefined;
  });
  openByPointer(canvas, (at) => openMenu(widget, drawn && lineAt(drawn, lines, at), canvas, at));
  return h('div', { class: 'chart' }, canvas, shown.legend && lines.length > 0 && legend(widget, lines));
}

function legend(widget: WidgetModel, lines: readonly Line[]): HTMLElement {
  return h(
    'ul',
    { class: 'legend' },
    lines.map((line, index) => {
      const button: HTMLElement = h(
        'button',
        {
          type: 'button',
          'aria-haspopup': 'menu',
          onclick: () => openMenu(widget, line, button, cornerOf(button)),
        },
        styled(h('span', { class: 'dot' }), { '--dot': `var(--${lineColor(index)})` }),
        h('span', { class: 'name' }, line.name),
        h('span', { class: 'number' }, shownNumber(lastOf(line))),
      );
      return h('li', {}, button);
    }),
  );
}
