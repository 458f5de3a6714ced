import type uPlot from 'uplot';
import type { ChartShown, WidgetModel } from '../lib/preview/model';
import { h, styled } from './dom';
import { nameOf, openMenu } from './menu';
import { lineAt, lineColor, plot } from './plot';
import { cornerOf, openByPointer } from './pointer';
import { allLines, lastOf, Line, POINTS, shownTime, shownValue, TIMES } from './sample';
import { whenSeen } from './seen';

/**
 * A timeseries with its legend. Each line of the legend opens the menu of that line. The values at the pointer are shown
 * beside it, and in the legend.
 */
export function chart(widget: WidgetModel, shown: ChartShown): HTMLElement {
  const lines = allLines(shown.series);
  const canvas = h('div', {
    class: 'plot',
    role: 'img',
    'aria-label': lines.map(({ name }) => name).join(', ') || nameOf(widget),
  });
  const numbers = lines.map((line) => h('span', { class: 'number' }, shownValue(line, lastOf(line))));
  const hint = h('div', { class: 'at-pointer', hidden: true });
  const point = (u: uPlot) => {
    const at = u.cursor.idx ?? undefined;
    numbers.forEach((number, index) => {
      number.textContent = shownValue(lines[index], lines[index].values[at ?? POINTS - 1]);
    });
    hint.hidden = at === undefined;
    if (at !== undefined) showValues(hint, u, lines, at);
  };
  let drawn: uPlot | undefined;
  whenSeen(canvas, () => {
    drawn?.destroy();
    drawn = canvas.clientWidth > 0 ? plot(shown, lines, canvas, point) : undefined;
    canvas.append(hint);
  });
  openByPointer(canvas, (at) => openMenu(widget, drawn && lineAt(drawn, lines, at), canvas, at));
  const hasLegend = shown.legend && lines.length > 0;
  return h('div', { class: 'chart' }, canvas, hasLegend && legend(widget, lines, numbers));
}

/** The time and the value of each line, beside the pointer. */
function showValues(
  hint: HTMLElement,
  { cursor: { left = 0 }, over }: uPlot,
  lines: readonly Line[],
  at: number,
): void {
  hint.replaceChildren(
    h('strong', {}, shownTime(TIMES[at])),
    ...lines.map((line, index) =>
      h(
        'span',
        {},
        dot(index),
        h('span', { class: 'name' }, line.name),
        h('span', { class: 'number' }, shownValue(line, line.values[at])),
      ),
    ),
  );
  const isRight = left > over.clientWidth / 2;
  const x = left + over.offsetLeft;
  hint.classList.toggle('at-right', isRight);
  styled(hint, { '--at': `${isRight ? hint.parentElement!.clientWidth - x : x}px` });
}

function dot(index: number): HTMLElement {
  return styled(h('span', { class: 'dot' }), { '--dot': `var(--${lineColor(index)})` });
}

/** How many lines a legend has in a print or a picture, as print.css says. */
const PRINTED = 30;

function legend(widget: WidgetModel, lines: readonly Line[], numbers: readonly HTMLElement[]): HTMLElement {
  const rows = lines.map((line, index) => {
    const button: HTMLElement = h(
      'button',
      {
        type: 'button',
        'aria-haspopup': 'menu',
        onclick: () => openMenu(widget, line, button, cornerOf(button)),
      },
      dot(index),
      h('span', { class: 'name', dir: 'auto' }, line.name),
      numbers[index],
    );
    return h('li', {}, button);
  });
  const more = lines.length - PRINTED;
  return h('ul', { class: 'legend' }, rows, more > 0 && h('li', { class: 'more' }, `+ ${more}`));
}
