import { skipSpace, stringEnd } from './scan';

/** The quotes around a string, in its text. */
export interface StringRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * The strings that valid JSON text has under one name, found without reading the text's tree. Where the text may write a character
 * in several ways there are none.
 */
export class NamedStrings {
  private readonly ranges = new Map<string, StringRange | 'several'>();

  public constructor(text: string, name: string) {
    if (hasChoiceOfEscapes(text)) return;
    const key = JSON.stringify(name);
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const colon = skipSpace(text, at + key.length);
      const offset = skipSpace(text, colon + 1);
      if (text[colon] !== ':' || text[offset] !== '"') continue;
      const end = stringEnd(text, offset + 1) + 1;
      const literal = text.slice(offset, end);
      this.ranges.set(literal, this.ranges.has(literal) ? 'several' : { offset, length: end - offset });
    }
  }

  /** Where the string is. Undefined if there is none, or more than one. */
  public only(value: string): StringRange | undefined {
    const range = this.ranges.get(JSON.stringify(value));
    return range === 'several' ? undefined : range;
  }
}

/** Whether it has escapes beside those that are the only way, or the way that everybody takes, to write a character. */
function hasChoiceOfEscapes(text: string): boolean {
  if (!text.includes('\\u') && !text.includes('\\/')) return false;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    if (text[at + 1] === 'u' || text[at + 1] === '/') return true;
  }
  return false;
}
