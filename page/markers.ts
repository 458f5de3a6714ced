import type uPlot from 'uplot';
import type { MarkerModel } from '../lib/preview/model';
import { themeColor } from './theme-color';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How high a label is, and how far it is from its line and from what is left of it. */
const HIGH = 14;
const GAP = 3;
const INDENT = 6;

/** Draws the lines and bands of markers, then their labels, none over another. */
export function drawMarkers(u: uPlot, markers: readonly MarkerModel[]): void {
  const { ctx, bbox, valToPos } = u;
  const shown = markers
    .map((marker) => {
      const [top, bottom = top] = marker.values
        .map((value) => valToPos(value, 'y', true))
        .sort((a, b) => a - b);
      return { ...marker, top, bottom };
    })
    .filter(({ top, bottom }) => bottom >= bbox.top && top <= bbox.top + bbox.height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const { level, values, top, bottom } of shown) {
    ctx.fillStyle = ctx.strokeStyle = themeColor(`level-${level}`);
    ctx.globalAlpha = 0.15;
    if (values.length > 1) ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    ctx.globalAlpha = 1;
    ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, top);
    ctx.lineTo(bbox.left + bbox.width, top);
    ctx.stroke();
  }
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  // The axes have left their own alignment.
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.setLineDash([]);
  ctx.lineWidth = 3 * devicePixelRatio;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = themeColor('paper');
  const taken: Box[] = [];
  for (const { label, level, top } of shown) {
    const place = label === '' ? undefined : freePlace(u, top, ctx.measureText(label).width, taken);
    if (!place) continue;
    taken.push(place);
    ctx.fillStyle = themeColor(`level-${level}`);
    const middle = (place.top + place.bottom) / 2;
    ctx.strokeText(label, place.left, middle);
    ctx.fillText(label, place.left, middle);
  }
  ctx.restore();
}

/** Above the line, or below it; where both are taken, further to the right. Nothing where the chart is full. */
function freePlace({ bbox }: uPlot, line: number, width: number, taken: readonly Box[]): Box | undefined {
  const [high, gap, indent] = [HIGH, GAP, INDENT].map((size) => size * devicePixelRatio);
  const end = bbox.left + bbox.width;
  const lowest = bbox.top + bbox.height - high;
  const beside = [line - gap - high, line + gap];
  const fitting = beside.filter((top) => top >= bbox.top && top <= lowest);
  // On a chart that is too low for that, a label stands on its line.
  const tops = fitting.length > 0 ? fitting : [Math.max(bbox.top, Math.min(beside[0], lowest))];
  const inRows = tops.flatMap((top) => {
    const bottom = top + high;
    const row = taken.filter((other) => other.top < bottom && top < other.bottom);
    return [bbox.left, ...row.map(({ right }) => right)]
      .map((left) => ({ left: left + indent, top, right: left + indent + width, bottom }))
      .filter((box) => !row.some((other) => other.left < box.right && box.left < other.right));
  });
  const [first] = inRows.sort((one, other) => one.left - other.left);
  return first && (first.left === bbox.left + indent || first.right <= end) ? first : undefined;
}
