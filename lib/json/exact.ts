import { NotJson } from './problem';
import { stringEnd } from './scan';
import { JsonText } from './text';

const QUOTE_OR_DIGITS = /"|-?\d+/g;
/** Numbers with fewer digits lose none. */
const LONG = 16;

/**
 * The value of JSON text.
 *
 * @throws NotJson if it is none, is nested too deep, or holds a whole number that would lose digits
 */
export function readExactly(text: string): unknown {
  const { value } = JsonText.read(text);
  checkDigits(text);
  return value;
}

/**
 * Checks JSON text that has been read.
 *
 * @throws NotJson if it holds a whole number that would lose digits
 */
export function checkDigits(text: string): void {
  const offset = lostDigits(text);
  if (offset === undefined) return;
  throw new NotJson(text, offset, 'begins with a whole number beyond 2^53, which would lose digits');
}

/**
 * Where a whole number stands that a JavaScript number can't hold. A fraction or exponent says that it is
 * rounded.
 */
function lostDigits(text: string): number | undefined {
  QUOTE_OR_DIGITS.lastIndex = 0;
  for (let found = QUOTE_OR_DIGITS.exec(text); found; found = QUOTE_OR_DIGITS.exec(text)) {
    const [sign] = found;
    const end = found.index + sign.length;
    if (sign === '"') QUOTE_OR_DIGITS.lastIndex = stringEnd(text, end) + 1;
    else if (sign.length >= LONG && !isPartOfNumber(text, found.index, end) && isLossy(sign)) {
      return found.index;
    }
  }
  return undefined;
}

function isPartOfNumber(text: string, start: number, end: number): boolean {
  return /[.eE]/.test(text[end] ?? '') || /[.eE+]/.test(text[start - 1] ?? '');
}

/** Whether the number would be written with other digits. */
function isLossy(digits: string): boolean {
  const value = Number(digits);
  if (!Number.isFinite(value)) return true;
  return String(value) !== digits && BigInt(value) !== BigInt(digits);
}
