/** The milliseconds of a frame that go into drawing: more, and scrolling stutters. */
const SLICE = 8;

const drawings = new WeakMap<Element, () => void>();
const seen = new Set<Element>();
const waiting = new Set<Element>();

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
const onSize = new ResizeObserver((entries) => drawSoon(entries.map(({ target }) => target)));

/** Whether a picture is taken of the page, which must then be drawn as soon as it is there. */
export const FOR_PICTURE = location.hash === '#picture';

/** Draws an element once it is seen, and again when its size or the theme changes. */
export function whenSeen(element: HTMLElement, draw: () => void): void {
  drawings.set(element, draw);
  if (FOR_PICTURE) queueMicrotask(draw);
  else onScreen.observe(element);
}

/** Draws anew all that has been seen. */
export function redraw(): void {
  drawSoon(seen);
}

/** Draws all at once, also what was not seen. */
export function drawAll(elements: Iterable<Element>): void {
  for (const element of elements) drawings.get(element)?.();
}

function drawSoon(elements: Iterable<Element>): void {
  if (waiting.size === 0) requestAnimationFrame(drawSome);
  for (const element of elements) waiting.add(element);
}

function drawSome(): void {
  const end = performance.now() + SLICE;
  for (const element of waiting) {
    waiting.delete(element);
    drawings.get(element)?.();
    if (performance.now() > end) break;
  }
  if (waiting.size > 0) requestAnimationFrame(drawSome);
}
