import { h } from './dom';

/** A table that scrolls in its widget; keyboards reach it. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return h(
    'div',
    {
      class: 'scroll',
      tabindex: 0,
      role: 'group',
      'aria-label': headings.filter(Boolean).join(', ') || 'table',
    },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          headings.map((heading) => (heading === '' ? h('td') : h('th', { scope: 'col' }, heading))),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            row.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
  );
}
