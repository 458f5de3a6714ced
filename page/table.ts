import { h } from './dom';
import { scrolling } from './scroll';

/** A table that scrolls in its widget. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  return scrolling(
    h(
      'div',
      { class: 'scroll', role: 'group', 'aria-label': headings.filter(Boolean).join(', ') || 'table' },
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
    ),
  );
}
