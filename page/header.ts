import type { PageModel } from '../lib/preview/model';
import { CHOSEN, DATA, WORDS } from './context';
import { h } from './dom';
import { markdownElements } from './markdown';
import { redraw } from './seen';

/** Title, template variables and what the data is. */
export function header(model: PageModel): HTMLElement {
  return h(
    'header',
    { class: 'page-header' },
    h(
      'div',
      { class: 'page-title' },
      DATA.index !== undefined && h('a', { href: DATA.index }, WORDS.dashboards),
      h('h1', {}, model.title || WORDS.untitled),
      themeButton(),
    ),
    model.description !== '' && h('div', { class: 'description note' }, markdownElements(model.description)),
    h('p', { class: 'sample' }, WORDS.sampleData),
    model.variables.length > 0 && variables(model),
  );
}

function variables({ variables }: PageModel): HTMLElement {
  return h(
    'div',
    { class: 'variables', role: 'group', 'aria-label': WORDS.variables },
    variables.map(({ name, values }) => {
      CHOSEN.set(name, values[0]);
      const options = values.map((value) => h('option', {}, value));
      const select = h('select', { onchange: () => CHOSEN.set(name, select.value) }, options);
      return h('label', {}, h('span', {}, `$${name}`), select);
    }),
  );
}

function themeButton(): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'theme',
      'aria-label': WORDS.theme,
      onclick: () => {
        const { dataset } = document.documentElement;
        const isDark = dataset.theme
          ? dataset.theme === 'dark'
          : matchMedia('(prefers-color-scheme: dark)').matches;
        dataset.theme = isDark ? 'light' : 'dark';
        redraw();
      },
    },
    '◐',
  );
}
