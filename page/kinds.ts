import type { Series, Shown, WidgetModel } from '../lib/preview/model';
import { filled } from '../lib/preview/shared/filled';
import { safeAddress } from '../lib/preview/shared/safe-address';
import { app } from './app';
import { chart } from './chart';
import { DATA, WORDS } from './context';
import { h, styled } from './dom';
import { formatOf } from './formats';
import { heatmap } from './heatmap';
import { markdownElements } from './markdown';
import { lineColor } from './plot';
import {
  allLines,
  lastOf,
  Line,
  linesOf,
  metricPointLines,
  randomOf,
  shownNumber,
  shownValue,
} from './sample';
import { scrolling } from './scroll';
import { table } from './table';
import { following } from './variables';

type Kind = Shown['kind'];
type Draw<K extends Kind> = (shown: Extract<Shown, { kind: K }>, widget: WidgetModel, inside: Inside) => Node;

/** Draws the widgets of a group. */
export type Inside = (widgets: readonly WidgetModel[], columns: number) => HTMLElement;

/** How each kind of widget is drawn. */
const KINDS: { readonly [K in Kind]: Draw<K> } = {
  chart: (shown, widget) => chart(widget, shown),
  value: ({ series, unit, precision }) => {
    const [line] = series.flatMap(linesOf);
    const number = line ? shownNumber(lastOf(line), precision) : '–';
    const own = unit || line?.series.unit || '';
    const figure = h('span', { class: 'figure' }, number, own !== '' && h('span', { class: 'unit' }, own));
    styled(figure, { '--length': number.length + own.length / 2 });
    return h('p', { class: `value ${line ? formatOf(line) : ''}` }, figure);
  },
  ranking: ({ series }) => bars(byValue(series)),
  parts: ({ series }) => parts(byValue(series)),
  pie: ({ series }) => pie(byValue(series)),
  heatmap: ({ series }, widget) => heatmap(widget, series),
  change: ({ series }) => {
    const rows = byValue(series).map((line) => {
      const change = (randomOf(`change ${line.name}`)() - 0.5) * 40;
      return [line.name, shownValue(line, lastOf(line)), `${change < 0 ? '' : '+'}${shownNumber(change)} %`];
    });
    return table(['', WORDS.value, WORDS.change], rows);
  },
  table: ({ series }) => {
    const tags = [...new Set(series.flatMap((one) => one.tags))];
    const [first] = series;
    const rows = first ? byValue([first]) : [];
    return table(
      [...tags.map(headingOf), ...series.map(({ name }) => name)],
      rows.map((row) => [
        ...tags.map((tag) => row.tags[tag] ?? ''),
        ...series.map((one) => {
          const line = linesOf(one).find(({ name }) => name === row.name) ?? row;
          return h('span', { class: formatOf(line) }, shownValue(line, lastOf(line)));
        }),
      ]),
    );
  },
  objective: ({ targets }, { path }) =>
    table(
      ['', WORDS.status, WORDS.target],
      targets.map((target) => [target, `${shownNumber(99 + randomOf(path + target)(), 2)} %`, '99.9 %']),
    ),
  list: ({ columns }) => {
    const headings = columns.length > 0 ? columns : ['timestamp', 'content'];
    const rows = [1, 2, 3, 4].map((number) =>
      headings.map((heading) =>
        /time|date/i.test(heading) ? `12:0${number}` : filled(WORDS.list, { number }),
      ),
    );
    return table(headings, rows);
  },
  note: ({ markdown, color }) => {
    const note = h('div', { class: `note note-${/^[a-z]+$/.test(color) ? color : 'white'}`, dir: 'auto' });
    following(markdown, (text) => note.replaceChildren(markdownElements(text)));
    return scrolling(note);
  },
  text: ({ text, color, size, align }) => {
    const free = h('p', { class: `free-text free-text-${align}`, dir: 'auto' });
    following(text, (filled) => {
      free.textContent = filled;
      styled(free, { '--length': Math.max(1, filled.length) });
    });
    return styled(free, { '--color': color || 'inherit', '--size': `${size}px` });
  },
  image: ({ url }, { title }) => {
    // What stands in the dashboard itself is loaded from nowhere.
    const address = /^data:image\//i.test(url) ? url : DATA.images && safeAddress(url);
    if (address) return h('img', { src: address, alt: title || WORDS.image });
    return scrolling(h('p', { class: 'placeholder' }, WORDS.image, h('code', {}, url)));
  },
  'metric points': () => metricPoints(),
  app: ({ id, app: model }, widget) => app(id, model, widget),
  group: ({ widgets, columns }, _, inside) => inside(widgets, columns),
  plain: (_, widget) => plain(widget, WORDS.plainKind),
  unknown: (_, widget) => plain(widget, WORDS.unknownKind),
};

export function bodyOf(widget: WidgetModel, inside: Inside): Node {
  const draw = KINDS[widget.shows.kind] as Draw<Kind>;
  return draw(widget.shows as never, widget, inside);
}

function plain({ type, queries }: WidgetModel, sentence: string): HTMLElement {
  const codes = queries.map((query) => h('code', {}, query));
  return scrolling(h('div', { class: 'placeholder' }, h('strong', {}, type), h('p', {}, sentence), codes));
}

/** The integration's custom widget: the locations of metric points, and how often each was hit. */
function metricPoints(): HTMLElement {
  const rows = metricPointLines().map((line) => [line.tags.location, shownNumber(lastOf(line), 0)]);
  return table([DATA.texts.location, DATA.texts.hits], rows);
}

function headingOf(tag: string): string {
  return tag === 'location' ? DATA.texts.location : tag;
}

function byValue(series: readonly Series[]): Line[] {
  return allLines(series).sort((one, other) => lastOf(other) - lastOf(one));
}

function bars(lines: readonly Line[]): HTMLElement {
  const most = Math.max(...lines.map(lastOf), 1);
  const rows = lines.map((line, index) =>
    h(
      'li',
      {},
      styled(h('span', { class: 'bar' }), {
        '--part': lastOf(line) / most,
        '--dot': `var(--${lineColor(index)})`,
      }),
      h('span', { class: `number ${formatOf(line)}` }, shownValue(line, lastOf(line))),
      h('span', { class: 'name' }, line.name),
    ),
  );
  return scrolling(h('ol', { class: 'ranking' }, rows));
}

/** Parts of a whole, as a ring with a legend. */
function pie(lines: readonly Line[]): HTMLElement {
  const all = lines.reduce((sum, line) => sum + lastOf(line), 0) || 1;
  let end = 0;
  const slices = lines.map((line, index) => {
    const start = end;
    end += (lastOf(line) / all) * 100;
    return `var(--${lineColor(index)}) ${start}% ${end}%`;
  });
  const rows = lines.map((line, index) =>
    h(
      'li',
      {},
      styled(h('span', { class: 'dot' }), { '--dot': `var(--${lineColor(index)})` }),
      h('span', { class: 'name' }, line.name),
      h('span', { class: 'number' }, shownValue(line, lastOf(line))),
    ),
  );
  return h(
    'div',
    { class: 'pie' },
    styled(h('span', { class: 'ring' }), { '--slices': slices.join(', ') || 'var(--grid)' }),
    scrolling(h('ul', {}, rows)),
  );
}

/** Parts of a whole, as blocks in a row. */
function parts(lines: readonly Line[]): HTMLElement {
  return h(
    'ul',
    { class: 'parts' },
    lines.map((line, index) =>
      styled(
        h('li', {}, h('span', { class: 'name' }, line.name), h('span', {}, shownValue(line, lastOf(line)))),
        {
          '--part': lastOf(line),
          '--dot': `var(--${lineColor(index)})`,
        },
      ),
    ),
  );
}
