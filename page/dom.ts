type Child = Node | string | undefined | false;

/** Attributes, and under `on…` what to do at an event. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: any) => void)>>;

/** An element. Text in it is always text, whatever it holds. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Sets custom properties, which a policy without inline styles allows. */
export function styled<E extends HTMLElement>(
  element: E,
  properties: Readonly<Record<string, string | number>>,
): E {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, String(value));
  return element;
}
