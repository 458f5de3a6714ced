const drawings = new WeakMap<Element, () => void>();
const seen = new Set<Element>();

const onScreen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      onScreen.unobserve(target);
      seen.add(target);
      onSize.observe(target);
    }
  },
  { rootMargin: '200px' },
);

/** Tells of the size once when it begins to be observed, and then when it changes. */
const onSize = new ResizeObserver((entries) => entries.forEach(({ target }) => drawings.get(target)?.()));

/** Draws an element once it is seen, and again when its size or the theme changes. */
export function whenSeen(element: HTMLElement, draw: () => void): void {
  drawings.set(element, draw);
  onScreen.observe(element);
}

/** Draws anew all that has been seen. */
export function redraw(): void {
  for (const element of seen) {
    if (element.isConnected) drawings.get(element)?.();
    else seen.delete(element);
  }
}
