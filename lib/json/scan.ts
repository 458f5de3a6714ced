const BRACKET_OR_QUOTE = /["{}[\]]/g;

/**
 * The position of the quote that closes a JSON string, or -1.
 *
 * @param inside a position in the string, such as the one after its opening quote
 * @param quote the closing quote, for strings that have another one but are otherwise like those of JSON
 */
export function stringEnd(text: string, inside: number, quote = '"'): number {
  let position = text.indexOf(quote, inside);
  while (position >= 0 && isEscaped(text, inside, position)) position = text.indexOf(quote, position + 1);
  return position;
}

const SPACE = /[ \n\r\t]*/y;

/** The position behind the white space of JSON, which may be none. */
export function skipSpace(text: string, start: number): number {
  return endOfRun(SPACE, text, start);
}

/** The position behind what a sticky expression takes, which may be nothing. */
export function endOfRun(run: RegExp, text: string, start: number): number {
  run.lastIndex = start;
  run.test(text);
  return run.lastIndex;
}

/** Whether an odd number of backslashes is before the position. */
function isEscaped(text: string, start: number, position: number): boolean {
  let first = position;
  while (first > start && text[first - 1] === '\\') first--;
  return (position - first) % 2 === 1;
}

/** The position of the next bracket or brace of JSON outside of strings, or -1. */
export function nextBracket(text: string, from: number): number {
  let position = from;
  for (;;) {
    BRACKET_OR_QUOTE.lastIndex = position;
    if (!BRACKET_OR_QUOTE.test(text)) return -1;
    const found = BRACKET_OR_QUOTE.lastIndex - 1;
    if (text[found] !== '"') return found;
    const end = stringEnd(text, found + 1);
    if (end < 0) return -1;
    position = end + 1;
  }
}

/** Whether it is an opening bracket or brace. */
export function opens(bracket: string): boolean {
  return bracket === '{' || bracket === '[';
}

/** The brackets and braces of valid JSON text. They are found in one pass. */
export class Brackets {
  private readonly opening: number[] = [];
  private readonly closing: number[] = [];

  public constructor(text: string) {
    const { opening, closing } = this;
    const open: number[] = [];
    BRACKET_OR_QUOTE.lastIndex = 0;
    while (BRACKET_OR_QUOTE.test(text)) {
      const position = BRACKET_OR_QUOTE.lastIndex - 1;
      const sign = text[position];
      if (sign === '"') BRACKET_OR_QUOTE.lastIndex = stringEnd(text, position + 1) + 1;
      else if (opens(sign)) {
        open.push(opening.length);
        opening.push(position);
        closing.push(position);
      } else closing[open.pop()!] = position;
    }
  }

  /** The position of the bracket or brace that closes the one at that position. */
  public closingOf(position: number): number {
    let low = 0;
    let high = this.opening.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.opening[middle] <= position) low = middle;
      else high = middle;
    }
    return this.closing[low];
  }
}
