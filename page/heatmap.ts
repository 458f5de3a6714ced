import type { Series, WidgetModel } from '../lib/preview/model';
import { openByPointer } from './pointer';
import { h } from './dom';
import { openMenu } from './menu';
import { themeColor } from './theme-color';
import { allLines, randomOf } from './sample';
import { whenSeen } from './seen';

const COLUMNS = 40;
const ROWS = 10;

/** How often a value is measured, by time and value. */
export function heatmap(widget: WidgetModel, series: readonly Series[]): HTMLElement {
  const canvas = h('canvas', {
    role: 'img',
    'aria-label': series.map(({ name }) => name).join(', ') || widget.type,
  });
  const [line] = allLines(series);
  whenSeen(canvas, () => draw(canvas, widget.path));
  openByPointer(canvas, (at) => openMenu(widget, line, canvas, at));
  return h('div', { class: 'heatmap' }, canvas);
}

function draw(canvas: HTMLCanvasElement, seed: string): void {
  canvas.width = COLUMNS * 10;
  canvas.height = ROWS * 10;
  const context = canvas.getContext('2d')!;
  const random = randomOf(seed);
  context.fillStyle = themeColor('line-1');
  for (let column = 0; column < COLUMNS; column++) {
    const center = ROWS * (0.55 + 0.15 * Math.sin(column / 6));
    for (let row = 0; row < ROWS; row++) {
      context.globalAlpha = Math.max(0.03, Math.exp(-((row - center) ** 2) / 4) * (0.5 + random() / 2));
      context.fillRect(column * 10, row * 10, 9, 9);
    }
  }
}
