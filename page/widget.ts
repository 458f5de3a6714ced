import type { WidgetModel } from '../lib/preview/model';
import { filled } from '../lib/preview/shared/filled';
import { cornerOf, openByPointer } from './pointer';
import { WORDS } from './context';
import { h } from './dom';
import { bodyOf, Inside } from './kinds';
import { nameOf, openMenu } from './menu';
import { allLines, Line } from './sample';
import { following } from './variables';

/** Kinds without frame and title: what they show is all there is. */
const BARE: readonly string[] = ['note', 'text', 'image'];

/** The headings of a page: its widgets, and in groups whose title is shown the next level. */
export type Level = 'h2' | 'h3';

/** A widget: its title with the label filters as chips, the button of its menu, and what it shows. */
export function widgetElement(
  widget: WidgetModel,
  level: Level,
  inside: (...args: [...Parameters<Inside>, Level]) => HTMLElement,
): HTMLElement {
  const { shows, path } = widget;
  const element = h('div', {
    role: 'group',
    class: `widget ${shows.kind === 'group' ? `group group-${colorOf(shows.color)}` : ''} ${BARE.includes(shows.kind) ? 'bare' : ''}`,
    'data-path': path,
    'aria-label': nameOf(widget),
  });
  if (hasMenu(widget)) {
    openByPointer(element, (at) => openMenu(widget, firstLine(widget), element, at));
  }
  const head = heading(widget, level);
  const body = bodyOf(widget, (widgets, columns) => inside(widgets, columns, head ? 'h3' : level));
  element.append(...[head, body].filter((part) => part !== undefined));
  return element;
}

function heading(widget: WidgetModel, level: Level): HTMLElement | undefined {
  const { shows, filters, path } = widget;
  const isBare = BARE.includes(shows.kind) || (widget.untitled && !hasMenu(widget));
  if (isBare) return undefined;
  const text = titleWithout(filters, widget.title);
  const title = h(level, { title: widget.title, dir: 'auto' });
  const name = shows.kind === 'group' ? collapseButton(title, path) : title;
  const kind = shows.kind === 'group' ? '' : widget.type;
  const shown = widget.untitled ? '' : text || (filters.length > 0 ? '' : kind || WORDS.untitled);
  following(shown, (filled) => (name.textContent = filled));
  return h(
    'header',
    {},
    shown !== '' && title,
    widget.description !== '' && descriptionButton(widget),
    filters.map((filter) => h('span', { class: 'chip', title: filter }, filter)),
    hasMenu(widget) && menuButton(widget),
  );
}

/** A button in the title of a group, which hides what is in it. */
function collapseButton(title: HTMLHeadingElement, path: string): HTMLElement {
  const button: HTMLElement = h('button', {
    type: 'button',
    class: 'collapse',
    'aria-expanded': 'true',
    onclick: () => {
      const group = button.closest<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)!;
      const isCollapsed = group.classList.toggle('collapsed');
      button.setAttribute('aria-expanded', String(!isCollapsed));
      group.dispatchEvent(new Event('collapse', { bubbles: true }));
    },
  });
  title.append(button);
  return button;
}

function descriptionButton(widget: WidgetModel): HTMLElement {
  const { description } = widget;
  const button: HTMLElement = h(
    'button',
    {
      type: 'button',
      class: 'menu-button about',
      title: description,
      'aria-label': description,
      'aria-haspopup': 'dialog',
      onclick: () => openMenu(widget, firstLine(widget), button, cornerOf(button)),
    },
    'i',
  );
  return button;
}

function hasMenu({ shows, links, queries }: WidgetModel): boolean {
  return shows.kind !== 'group' && (links.length > 0 || queries.length > 0);
}

function menuButton(widget: WidgetModel): HTMLElement {
  const button: HTMLElement = h(
    'button',
    {
      type: 'button',
      class: 'menu-button',
      'aria-haspopup': 'menu',
      'aria-label': filled(WORDS.menu, { title: nameOf(widget) }),
      onclick: () => openMenu(widget, firstLine(widget), button, cornerOf(button)),
    },
    '⋯',
  );
  return button;
}

/** The line that a menu is for where none is clicked. */
function firstLine({ shows }: WidgetModel): Line | undefined {
  return 'series' in shows ? allLines(shows.series)[0] : undefined;
}

/** The chips say what the brackets said. */
function titleWithout(filters: readonly string[], title: string): string {
  return filters
    .reduce((text, filter) => text.replace(`[${filter}]`, ''), title)
    .replace(/\s+/g, ' ')
    .trim();
}

function colorOf(color: string): string {
  return /^[a-z_]+$/.test(color) ? color.replace(/^vivid_/, '') : 'plain';
}
