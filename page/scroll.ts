const onSize = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const element = target as HTMLElement;
    const overflows =
      element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
    if (overflows) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  }
});

/** Lets keyboards scroll an element as long as there is more in it than can be seen. */
export function scrolling<E extends HTMLElement>(element: E): E {
  onSize.observe(element);
  return element;
}
