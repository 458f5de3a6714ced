import type { Series } from '../lib/preview/model';

/** The last time of every sample: a fixed one, so that pages are the same every time. */
export const END = Date.UTC(2026, 0, 15, 12) / 1000;
export const STEP = 240;
export const POINTS = 60;
export const TIMES: readonly number[] = Array.from(
  { length: POINTS },
  (_, index) => END - (POINTS - 1 - index) * STEP,
);

/** A line of a chart, or a row of a table. */
export interface Line {
  readonly name: string;
  /** The value of each tag that the query groups by. */
  readonly tags: Readonly<Record<string, string>>;
  readonly series: Series;
  readonly values: readonly number[];
}

/** Sample values of tags that say more than a number. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  location: ['cart.py:42', 'checkout.go:118', 'PaymentService.java:203', 'shipping.rs:87', 'ads.rb:31'],
  env: ['production', 'staging', 'development'],
  status: ['ok', 'warn', 'error'],
};

/** The lines of a series: one, or several where it groups by tags. */
export function linesOf(series: Series): Line[] {
  const count = series.tags.length === 0 ? 1 : Math.min(3, Math.max(1, series.limit));
  return Array.from({ length: count }, (_, index) => {
    const tags = Object.fromEntries(series.tags.map((tag) => [tag, valueOf(tag, index)]));
    const name = count === 1 && series.tags.length === 0 ? series.name : Object.values(tags).join(', ');
    return { name, tags, series, values: valuesOf(`${series.name} ${name}`) };
  });
}

/** All lines of several series; where there are several, a line says which it is of. */
export function allLines(series: readonly Series[]): Line[] {
  const lines = series.flatMap(linesOf);
  const isAmbiguous = series.length > 1;
  return lines.map((line) =>
    isAmbiguous && line.name !== line.series.name
      ? { ...line, name: `${line.series.name} ${line.name}` }
      : line,
  );
}

/** The locations of metric points: the lines of the metric that Rookout sends. */
export function metricPointLines(): Line[] {
  return linesOf({ name: 'rookout', tags: ['location'], as: 'line', limit: 5, unit: '', formats: [] });
}

/** What a tag may be set to: the values that lines have. */
export function sampleValues(tag: string): string[] {
  return [0, 1, 2].map((index) => valueOf(tag, index));
}

function valueOf(tag: string, index: number): string {
  const known = KNOWN[tag];
  return known?.[index % known.length] ?? `${tag.replace(/^[@$]+/, '')}-${index + 1}`;
}

/** A walk that looks like a measurement: a level, a slow wave and some noise. */
function valuesOf(seed: string): number[] {
  const random = randomOf(seed);
  const level = 20 + random() * 80;
  const phase = random() * Math.PI * 2;
  let drift = 0;
  return Array.from({ length: POINTS }, (_, index) => {
    drift = drift * 0.85 + (random() - 0.5) * level * 0.12;
    return Math.max(0, level * (1 + 0.18 * Math.sin(phase + index / 9)) + drift);
  });
}

export function lastOf({ values }: Line): number {
  return values[values.length - 1];
}

/** Numbers from 0 to 1, the same for the same text: mulberry32 on an FNV-1a hash. */
export function randomOf(text: string): () => number {
  let state = 2166136261;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shownNumber(value: number, precision = 1): string {
  return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: precision });
}

/** A number in a few signs, for example `500M`, as there is room for beside an axis. */
export function shortNumber(value: number): string {
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return Math.abs(value) < 10_000
    ? shownNumber(value)
    : value.toLocaleString(document.documentElement.lang, compact);
}

/** A value of a line, with its unit. */
export function shownValue({ series: { unit } }: Line, value: number): string {
  return `${shownNumber(value)}${/^\w/.test(unit) ? ' ' : ''}${unit}`;
}

/** The time of day, in seconds since 1970; the same on every machine. */
export function shownTime(time: number): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  return new Date(time * 1000).toLocaleTimeString(document.documentElement.lang, options);
}
