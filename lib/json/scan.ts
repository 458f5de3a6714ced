const BRACKET_OR_QUOTE = /["{}[\]]/g;

/**
 * The position of the quote that closes a string of JSON; -1 where none does.
 *
 * @param inside a position in the string, such as the one behind its opening quote
 * @param quote the sign that closes it, for strings that are written as those of JSON but for that
 */
export function stringEnd(text: string, inside: number, quote = '"'): number {
  let position = text.indexOf(quote, inside);
  while (position >= 0 && isEscaped(text, inside, position)) position = text.indexOf(quote, position + 1);
  return position;
}

/** Whether an odd number of backslashes stands before the position. */
function isEscaped(text: string, start: number, position: number): boolean {
  let first = position;
  while (first > start && text[first - 1] === '\\') first--;
  return (position - first) % 2 === 1;
}

/** The position of the next bracket or brace of JSON that is in no string; -1 where none follows. */
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

/** Whether the bracket or brace opens something. */
export function opens(bracket: string): boolean {
  return bracket === '{' || bracket === '[';
}
