import { NotJson } from './problem';
import { stringEnd } from './scan';
import { JsonText } from './text';

const QUOTE_OR_NUMBER = /"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Shorter numbers lose no digits. */
const LONG = 16;

/**
 * The value of JSON text.
 *
 * @throws NotJson if it is none, is nested too deep, or holds a number that `checkNumbers` refuses
 */
export function readExactly(text: string): unknown {
  const { value } = JsonText.read(text);
  checkNumbers(text);
  return value;
}

/**
 * Checks JSON text that has been read.
 *
 * @throws NotJson if it holds a whole number that would lose digits, or a number that would become infinite
 */
export function checkNumbers(text: string): void {
  QUOTE_OR_NUMBER.lastIndex = 0;
  for (let found = QUOTE_OR_NUMBER.exec(text); found; found = QUOTE_OR_NUMBER.exec(text)) {
    const [piece] = found;
    if (piece === '"') {
      QUOTE_OR_NUMBER.lastIndex = stringEnd(text, QUOTE_OR_NUMBER.lastIndex) + 1;
    } else {
      const problem = numberProblem(piece);
      if (problem !== undefined) throw new NotJson(text, found.index, problem);
    }
  }
}

function numberProblem(number: string): string | undefined {
  // A fraction or exponent says that a number is rounded.
  if (number.length >= LONG && !/[.eE]/.test(number) && isLossy(number)) {
    return 'begins with a whole number beyond 2^53, which would lose digits';
  }
  return Number.isFinite(Number(number)) ? undefined : 'begins with a number that is too large to be read';
}

/** Whether the number would be written with other digits. */
function isLossy(digits: string): boolean {
  const value = Number(digits);
  if (!Number.isFinite(value)) return true;
  return String(value) !== digits && BigInt(value) !== BigInt(digits);
}
