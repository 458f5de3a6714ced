import { h } from './dom';
import { scrolling } from './scroll';

/** A table that scrolls in its widget. On phones the cells of a wide one stand below each other. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  return scrolling(
    h(
      'div',
      {
        class: headings.length > 3 ? 'scroll wide' : 'scroll',
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
              row.map((cell, index) => h('td', { 'data-heading': headings[index] }, cell)),
            ),
          ),
        ),
      ),
    ),
  );
}
