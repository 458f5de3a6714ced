import type { AppModel, AppPart, WidgetModel } from '../lib/preview/model';
import { filled } from '../lib/preview/shared/filled';
import { safeAddress } from '../lib/preview/shared/safe-address';
import { DATA, WORDS } from './context';
import { h, styled } from './dom';
import { metricPointLines } from './sample';
import { scrolling } from './scroll';
import { table } from './table';
import { onChosen } from './variables';

/** An embedded App Builder app: its parts where they are, and a button that opens what it will open. */
export function app(id: string, model: AppModel | undefined, widget: WidgetModel): HTMLElement {
  if (!model) return scrolling(h('p', { class: 'placeholder' }, filled(WORDS.appUnknown, { id })));
  const select = model.parts.find(({ kind }) => kind === 'select');
  const chosen = h(
    'select',
    { 'aria-label': select?.label ?? DATA.texts.instances },
    (select?.items ?? []).map((item) => h('option', {}, item)),
  );
  const parts = model.parts.map((part) =>
    styled(h('div', { class: `app-${part.kind}` }, partOf(part, chosen)), {
      '--x': part.at.x + 1,
      '--w': part.at.width,
    }),
  );
  const set = (value: string) => {
    if (!select?.items.includes(value)) return;
    chosen.value = value;
    chosen.dispatchEvent(new Event('change'));
  };
  onChosen(model.variable, set);
  return scrolling(
    h(
      'div',
      { class: 'app', role: 'group', 'aria-label': widget.title || widget.type },
      parts,
      h('p', { class: 'quiet' }, WORDS.appRuns),
    ),
  );
}

function partOf({ kind, label, items, address }: AppPart, chosen: HTMLSelectElement): Node {
  switch (kind) {
    case 'select':
      return h('label', {}, h('span', {}, label), chosen);
    case 'button':
      return button(label, address, chosen);
    case 'table':
      return table(
        items,
        metricPointLines().map(({ tags }) => [tags.location]),
      );
    case 'text':
      return h('p', {}, label);
    default:
      return h('p', { class: 'placeholder' }, label);
  }
}

function button(
  label: string,
  address: readonly string[] | undefined,
  chosen: HTMLSelectElement,
): HTMLElement {
  const link = h('a', { class: 'button', target: '_blank', rel: 'noopener noreferrer' }, label);
  const follow = () => {
    const href = address && safeAddress(address.join(encodeURIComponent(chosen.value)));
    if (href) link.href = href;
  };
  chosen.addEventListener('change', follow);
  follow();
  return link;
}
