import { drawAll, redraw } from './seen';

/** Lays the page out for paper, with all of its charts: those that were never seen, and those on other tabs. */
export function readyForPrint(): void {
  const { classList } = document.documentElement;
  addEventListener('beforeprint', () => {
    classList.add('printing');
    drawAll(document.querySelectorAll('.plot, .heatmap canvas'));
  });
  addEventListener('afterprint', () => {
    classList.remove('printing');
    redraw();
  });
}
