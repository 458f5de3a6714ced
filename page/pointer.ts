/** Where the menu of an element opens that no pointer points at. */
export function cornerOf(element: HTMLElement): { x: number; y: number } {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

const LONG_PRESS = 500;

/** What does something of its own when it is clicked, and titles, whose text can be selected. */
const OWN_CLICK = 'a, button, select, summary, input, header';

/** A click of either button, or a long press of a finger. */
export function openByPointer(element: HTMLElement, open: (at: { x: number; y: number }) => void): void {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    event.stopPropagation();
    stop();
    open({ x: event.clientX, y: event.clientY });
  });
  element.addEventListener('click', (event) => {
    const target = event.target as Element;
    const own = target.closest(OWN_CLICK);
    const isText = getSelection()?.isCollapsed === false;
    if (isText || (own && element.contains(own) && own !== element)) return;
    event.stopPropagation();
    open({ x: event.clientX, y: event.clientY });
  });
  element.addEventListener('pointerdown', ({ pointerType, clientX: x, clientY: y }) => {
    stop();
    if (pointerType === 'touch') timer = window.setTimeout(() => open({ x, y }), LONG_PRESS);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointermove'] as const)
    element.addEventListener(end, stop);
}
