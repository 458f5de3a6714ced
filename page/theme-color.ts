import { h } from './dom';

const probe = h('span', { hidden: true });
document.body.append(probe);

/** A color of the theme that the page has now, as a canvas takes it. */
export function themeColor(name: string, opacity = 1): string {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color.replace(/^rgb\((.*)\)$/, `rgba($1, ${opacity})`);
}
