import type { PageModel } from '../lib/preview/model';
import { DATA, WORDS } from './context';
import { h } from './dom';
import { markdownElements } from './markdown';
import { themeButton } from './theme';
import { following, variableBar } from './variables';

/** Title, template variables and what the data is. */
export function header(model: PageModel): HTMLElement {
  const bar = model.variables.length > 0 && variableBar(model);
  const title = h('h1', { dir: 'auto' });
  following(model.title || WORDS.untitled, (text) => (title.textContent = text));
  return h(
    'header',
    { class: 'page-header' },
    h(
      'div',
      { class: 'page-title' },
      DATA.index !== undefined && h('a', { href: DATA.index }, WORDS.dashboards),
      title,
      themeButton(),
    ),
    model.description !== '' &&
      h('div', { class: 'description note', dir: 'auto' }, markdownElements(model.description)),
    h('p', { class: 'sample' }, WORDS.sampleData, h('span', { class: 'hint' }, ` ${WORDS.hint}`)),
    bar,
  );
}
