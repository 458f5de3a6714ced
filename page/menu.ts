import type { WidgetModel } from '../lib/preview/model';
import { filled } from '../lib/preview/shared/filled';
import { safeAddress } from '../lib/preview/shared/safe-address';
import { WORDS } from './context';
import { h, styled } from './dom';
import { openedAddress, openVariables } from './link';
import { opensText } from './opens';
import type { Line } from './sample';

let opened: { readonly menu: HTMLElement; readonly from: HTMLElement } | undefined;

/** Opens the context menu of a widget, for one of its lines. */
export function openMenu(
  widget: WidgetModel,
  line: Line | undefined,
  from: HTMLElement,
  at: { readonly x: number; readonly y: number },
): void {
  closeMenu();
  const links = widget.links.map(({ label, address, opens }) => {
    const href = safeAddress(openedAddress(address, line));
    const open = openVariables(address).map((name) => `$${name}`);
    return h(
      'a',
      { role: 'menuitem', href, target: '_blank', rel: 'noopener noreferrer', tabindex: -1 },
      label,
      h('small', { 'aria-hidden': 'true' }, href),
      opens && h('small', {}, opensText(opens)),
      open.length > 0 && h('small', {}, filled(WORDS.anyValue, { variables: open.join(', ') })),
    );
  });
  const menu = h(
    'div',
    {
      class: 'menu',
      role: 'dialog',
      'aria-label': filled(WORDS.menu, { title: nameOf(widget) }),
      onkeydown: move,
    },
    widget.description !== '' && h('p', {}, widget.description),
    h('p', { class: 'menu-line' }, line ? filled(WORDS.line, { name: line.name }) : nameOf(widget)),
    links.length > 0
      ? h('div', { role: 'menu', 'aria-label': nameOf(widget) }, links)
      : h('p', { class: 'quiet', tabindex: -1 }, WORDS.noLinks),
    widget.queries.length > 0 && queriesOf(widget.queries),
  );
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  styled(menu, {
    left: `${Math.max(8, Math.min(at.x, document.documentElement.clientWidth - width - 8)) + scrollX}px`,
    top: `${Math.max(8, Math.min(at.y, innerHeight - height - 8)) + scrollY}px`,
  });
  opened = { menu, from };
  (links[0] ?? menu.querySelector<HTMLElement>('[tabindex]')).focus();
}

function queriesOf(queries: readonly string[]): HTMLElement {
  return h(
    'details',
    {},
    h('summary', {}, WORDS.queries),
    queries.map((query) => h('code', {}, query)),
  );
}

export function nameOf({ title, type }: WidgetModel): string {
  return title || type || WORDS.untitled;
}

function closeMenu(): void {
  if (!opened) return;
  const { menu, from } = opened;
  opened = undefined;
  if (menu.contains(document.activeElement)) from.focus();
  menu.remove();
}

function move(event: KeyboardEvent): void {
  const items = [...opened!.menu.querySelectorAll<HTMLElement>('[role=menuitem], summary')];
  const index = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key in steps && items.length > 0) {
    items[steps[event.key] % items.length].focus();
    event.preventDefault();
  } else if (event.key === 'Escape') closeMenu();
}

addEventListener('pointerdown', (event) => {
  if (opened && !opened.menu.contains(event.target as Node)) closeMenu();
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenu();
});
