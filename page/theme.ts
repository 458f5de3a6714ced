import { WORDS } from './context';
import { h } from './dom';
import { redraw } from './seen';

const KEPT = 'rookout-preview-theme';

/** Takes over the theme that was chosen on another page. */
export function takeTheme(): void {
  try {
    const theme = localStorage.getItem(KEPT);
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  } catch {
    // Where a browser keeps nothing for a page, each page has the system's theme.
  }
}

/** Changes the theme of this page, and of those that are opened later. */
export function themeButton(): HTMLElement {
  return h('button', { type: 'button', class: 'theme', 'aria-label': WORDS.theme, onclick: change }, '◐');
}

function change(): void {
  const { dataset } = document.documentElement;
  const isDark = dataset.theme
    ? dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = isDark ? 'light' : 'dark';
  try {
    localStorage.setItem(KEPT, dataset.theme);
  } catch {
    // Then the next page has the system's theme.
  }
  redraw();
}
