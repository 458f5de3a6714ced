import type { PageModel, VariableModel } from '../lib/preview/model';
import { WORDS } from './context';
import { h } from './dom';
import { sampleValues } from './sample';

/** What a template variable is set to, with the tag that it selects. */
interface Chosen {
  readonly key: string;
  readonly value: string;
}

const CHOSEN = new Map<string, Chosen>();
const followers: (() => void)[] = [];
let inText: RegExp | undefined;

export function chosen(name: string): Chosen | undefined {
  return CHOSEN.get(name);
}

/** All that is chosen, but for variables that select everything. */
export function chosenTags(): string[] {
  return [...CHOSEN.values()].filter(({ value }) => value !== '*').map(tagOf);
}

/** The tag as Datadog writes it: `env:prod`. */
export function tagOf({ key, value }: Chosen): string {
  return key === '' ? value : `${key}:${value}`;
}

/**
 * Shows a text with the values of template variables in it, again whenever one is chosen.
 *
 * Source: https://docs.datadoghq.com/dashboards/template_variables/ (`$env`, `$env.key` and `$env.value` in texts)
 */
export function following(text: string, show: (filled: string) => void): void {
  if (inText && text.search(inText) >= 0) followers.push(() => show(withValues(text)));
  show(withValues(text));
}

/** Calls back with the value of a variable, now and when another is chosen. */
export function onChosen(name: string, set: (value: string) => void): void {
  if (!CHOSEN.has(name)) return;
  const follow = () => set(CHOSEN.get(name)!.value);
  followers.push(follow);
  follow();
}

function withValues(text: string): string {
  if (!inText) return text;
  return text.replace(inText, (_, name: string, part: string | undefined) => {
    const one = CHOSEN.get(name)!;
    if (part === undefined) return tagOf(one);
    return part === '.value' ? one.value : one.key;
  });
}

/** A select for each template variable, and one for the saved views. */
export function variableBar({ variables, views }: PageModel): HTMLElement {
  const selects = new Map(variables.map((variable) => [variable.name, selectOf(variable)]));
  // Of two names that begin alike, the longer one is meant.
  const names = [...selects.keys()].filter(Boolean).sort((one, other) => other.length - one.length);
  if (names.length > 0) {
    const any = names.map((name) =>
      name.replace(/[^\w]/g, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`),
    );
    inText = new RegExp(`\\$(${any.join('|')})(\\.value|\\.key)?(?!\\w)`, 'gu');
  }
  return h(
    'div',
    { class: 'variables', role: 'group', 'aria-label': WORDS.variables },
    views.length > 0 && labelled(WORDS.views, viewSelect()),
    [...selects].map(([name, select]) => labelled(`$${name}`, select)),
  );

  function viewSelect(): HTMLSelectElement {
    const options = [
      h('option', {}, '–'),
      ...views.map(({ name }) => h('option', {}, name || WORDS.untitled)),
    ];
    const select: HTMLSelectElement = h(
      'select',
      { onchange: () => apply(select.selectedIndex - 1) },
      options,
    );
    return select;
  }

  function apply(index: number): void {
    for (const { name, key, values } of variables) {
      const value = views[index]?.values[name] ?? values[0];
      const select = selects.get(name)!;
      if (![...select.options].some((option) => option.value === value))
        select.append(h('option', {}, value));
      select.value = value;
      CHOSEN.set(name, { key, value });
    }
    tellFollowers();
  }
}

function selectOf({ name, key, values }: VariableModel): HTMLSelectElement {
  CHOSEN.set(name, { key, value: values[0] });
  // A variable that no query names a value of still has something to try.
  const all = values.length > 1 || key === '' ? values : [...values, ...sampleValues(key)];
  const select: HTMLSelectElement = h(
    'select',
    {
      onchange: () => {
        CHOSEN.set(name, { key, value: select.value });
        tellFollowers();
      },
    },
    all.map((value) => h('option', {}, value)),
  );
  return select;
}

function labelled(text: string, select: HTMLSelectElement): HTMLElement {
  return h('label', {}, h('span', {}, text), select);
}

function tellFollowers(): void {
  for (const follow of followers) follow();
}
