import uPlot from 'uplot';
import type { ChartShown } from '../lib/preview/model';
import { drawMarkers } from './markers';
import { shortNumber, shownTime, Line, TIMES } from './sample';
import { themeColor } from './theme-color';

const LOWEST_WITH_AXES = 40;

/** The name of a line's color. */
export function lineColor(index: number): string {
  return `line-${(index % 8) + 1}`;
}

/**
 * Draws lines, bars or areas; bars and areas are stacked.
 *
 * @param pointed called when the pointer moves over the chart, and when it leaves
 */
export function plot(
  chart: ChartShown,
  lines: readonly Line[],
  within: HTMLElement,
  pointed: (u: uPlot) => void,
): uPlot {
  const data = stacked(lines);
  const quiet = {
    stroke: themeColor('quiet'),
    grid: { stroke: themeColor('grid'), width: 1 },
    ticks: { show: false },
  };
  const font = '11px system-ui, sans-serif';
  // Axes would leave no room for lines.
  const show = within.clientHeight >= LOWEST_WITH_AXES;
  const options: uPlot.Options = {
    width: within.clientWidth,
    height: within.clientHeight,
    padding: show ? [8, 18, 0, 0] : [2, 0, 2, 0],
    tzDate: (time) => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 5 } },
    scales: { x: { time: true }, y: scaleOf(chart) },
    axes: [
      { ...quiet, show, font, size: 22, space: 80, values: (_, times) => times.map(shownTime) },
      {
        ...quiet,
        show,
        font,
        size: 44,
        label: chart.axis.label || undefined,
        labelSize: 18,
        labelFont: font,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : shortNumber(tick))),
      },
    ],
    series: [{}, ...lines.map(({ series: { as } }, index) => styleOf(as, lineColor(index)))],
    bands: bandsOf(lines),
    hooks: { draw: [(u) => drawMarkers(u, chart.markers)], setCursor: [pointed] },
  };
  return new uPlot(options, [[...TIMES], ...data], within);
}

/** The line nearest to a place in the chart. */
export function lineAt(
  u: uPlot,
  lines: readonly Line[],
  { x, y }: { readonly x: number; readonly y: number },
): Line {
  const { left, top } = u.over.getBoundingClientRect();
  const index = u.posToIdx(x - left);
  const far = (line: number) => Math.abs(u.valToPos(u.data[line + 1][index] ?? 0, 'y') - (y - top));
  return lines[lines.reduce((best, _, line) => (far(line) < far(best) ? line : best), 0)];
}

function scaleOf({ axis: { log, min, max } }: ChartShown): uPlot.Scale {
  const range: uPlot.Range.Function = (_, low, high) => [
    min ?? (log ? Math.max(low, 0.1) : 0),
    max ?? high * 1.08,
  ];
  return { range, distr: log ? 3 : 1 };
}

function styleOf(as: 'line' | 'bars' | 'area', color: string): uPlot.Series {
  const stroke = themeColor(color);
  const fill = as === 'line' ? undefined : themeColor(color, as === 'bars' ? 0.85 : 0.4);
  const paths = as === 'bars' ? uPlot.paths.bars!({ size: [0.75, 14] }) : uPlot.paths.linear!();
  return { stroke, fill, paths, width: as === 'bars' ? 0 : 1.5, points: { show: false } };
}

/** The first of stacked lines is the lowest, so each is the sum of those up to it. */
function stacked(lines: readonly Line[]): number[][] {
  let below: readonly number[] | undefined;
  return lines.map(({ series: { as }, values }) => {
    if (as === 'line') return [...values];
    const sum = values.map((value, index) => value + (below?.[index] ?? 0));
    below = sum;
    return sum;
  });
}

function bandsOf(lines: readonly Line[]): uPlot.Band[] {
  const stack = lines.flatMap(({ series: { as } }, index) => (as === 'line' ? [] : [index + 1]));
  return stack.slice(1).map((line, index) => ({ series: [line, stack[index]] as [number, number] }));
}
