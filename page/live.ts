import { WORDS } from './context';
import { h } from './dom';

/** Loads the page again when its dashboards have changed; while they can't be read, it says why. */
export function live(): void {
  const banner = h('div', { class: 'problem', role: 'alert', hidden: true });
  document.body.prepend(banner);
  new EventSource('/events').addEventListener('message', ({ data }) => {
    const { problem } = JSON.parse(data);
    if (problem === undefined) location.reload();
    banner.replaceChildren(h('strong', {}, WORDS.error), h('pre', {}, String(problem)));
    banner.hidden = false;
  });
}
