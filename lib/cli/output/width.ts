import stringWidth from 'string-width';

/** The width of any text on a terminal. It is a file of its own since few tables need it, and it takes long to load. */
export function width(text: string): number {
  return stringWidth(text);
}
