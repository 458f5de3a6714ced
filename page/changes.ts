import type { Change, ChangesModel, PageModel } from '../lib/preview/model';
import { WORDS } from './context';
import { widgetsOf } from './dashboard';
import { h } from './dom';
import { header } from './header';

/** What has changed between two dashboards: a list, and both side by side with marks on the widgets. */
export function changesElements({ before, after, changes }: ChangesModel): HTMLElement[] {
  const title = (after ?? before)!;
  return [
    header({ ...title, variables: [] }),
    h(
      'section',
      { class: 'findings changes', 'aria-label': WORDS.changes },
      h('h2', {}, `${WORDS.changes}: ${changes.length}`),
      changes.length === 0 ? h('p', {}, WORDS.unchanged) : h('ul', {}, changes.map(rowOf)),
    ),
    h(
      'div',
      { class: before && after ? 'sides' : 'sides one' },
      before && side(WORDS.before, before, 'before', changes),
      after && side(WORDS.after, after, 'after', changes),
    ),
  ];
}

function rowOf({ kind, title, details, texts }: Change): HTMLElement {
  return h(
    'li',
    {},
    h('span', { class: `kind kind-${kind}` }, WORDS[kind]),
    h('strong', {}, title || WORDS.untitled),
    h('span', { class: 'quiet' }, details.join(', ')),
    texts.map(({ link, pairs }) =>
      h(
        'div',
        { class: 'changed-text' },
        h('span', { class: 'quiet' }, link ?? WORDS.queries),
        pairs.map(({ before, after }) =>
          h(
            'div',
            { class: 'pair' },
            before !== '' && h('del', {}, h('code', {}, before)),
            after !== '' && h('ins', {}, h('code', {}, after)),
          ),
        ),
      ),
    ),
  );
}

function side(
  name: string,
  model: PageModel,
  which: 'before' | 'after',
  changes: readonly Change[],
): HTMLElement {
  const element = h(
    'section',
    { class: 'side', 'aria-label': name },
    h('h2', {}, name),
    widgetsOf(model, which),
  );
  for (const change of changes) {
    const path = change[which];
    const widget = path !== undefined && element.querySelector(`[data-path="${CSS.escape(path)}"]`);
    if (widget) widget.classList.add(`mark-${change.kind}`);
  }
  return element;
}
