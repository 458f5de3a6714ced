import type { GraphModel } from '../lib/preview/model';
import { filled } from '../lib/preview/shared/filled';
import { WORDS } from './context';
import { h } from './dom';
import { opensText } from './opens';

/** Every graph with its label filters, those that it could have, and why it has none. */
export function findingsPanel(graphs: readonly GraphModel[]): HTMLElement {
  const filtered = graphs.filter(({ filters }) => filters.length > 0).length;
  const count = filled(WORDS.graphsWithFilter, { count: filtered, all: graphs.length });
  return h(
    'details',
    { class: 'findings' },
    h('summary', {}, h('span', {}, WORDS.findings), h('span', { class: 'quiet' }, count)),
    graphs.length === 0 ? h('p', {}, WORDS.nothingFound) : h('ul', {}, graphs.map(rowOf)),
  );
}

function rowOf({ path, title, filters, possible, reason, opens, findings }: GraphModel): HTMLElement {
  const show = () => {
    const widget = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    widget?.scrollIntoView({ block: 'center' });
    widget?.animate([{ outline: '3px solid var(--accent)' }, { outline: '3px solid transparent' }], 1500);
  };
  return h(
    'li',
    { class: findings.length > 0 ? 'found' : '' },
    h('button', { type: 'button', onclick: show }, title || WORDS.untitled),
    filters.map((filter) => h('span', { class: 'chip' }, filter)),
    possible.length > 0 &&
      h(
        'span',
        { class: 'possible' },
        `${WORDS.possible}: `,
        possible.map((filter) => h('span', { class: 'chip missing' }, filter)),
      ),
    h('span', { class: 'quiet' }, reason),
    opens && h('span', { class: opens.count === 0 ? 'possible' : 'quiet' }, opensText(opens)),
    findings.map(({ rule, message }) => h('p', {}, h('strong', {}, rule), ` ${message}`)),
  );
}
