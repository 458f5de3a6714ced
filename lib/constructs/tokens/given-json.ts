import { BadInput, placing } from '../../bad-input';
import { withoutMark } from '../../json/encoding';
import { readExactly } from '../../json/exact';
import { LEFT_OF_TOKEN, mayHoldNumber, NUMBER_MARKER, tokenAt } from '../../terraform/tokens';
import { CopyRules, jsonCopy } from './json-copy';

/** Maps of some languages have no order or another one, so properties are in the order of their names. */
const FROM_TEXT: CopyRules = { ordered: (names) => names.sort(), checkNumber: () => {} };
const AS_VALUE: CopyRules = { ...FROM_TEXT, checkNumber: checkDigits };

/**
 * A copy of the JSON that users give as a value or as text. It is the same in every language that jsii
 * serves. Text loses nothing on its way from there; values may.
 *
 * @param what what to call the value in errors
 * @param option what to call the text in errors
 * @throws BadInput if it is not JSON, or a number has lost digits
 */
export function givenJson(what: string, given: unknown, option = what): any {
  if (typeof given !== 'string') return givenValue(what, given);
  if (tokenAt(given, 0) === given) {
    throw new BadInput(
      option,
      given,
      'is known only to Terraform, but it is read now',
      'Pass JSON. Texts in it may be tokens',
    );
  }
  const read = () => readExactly(withoutMark(given));
  return canonicalCopy(
    what,
    placing((error) => error.inFile(option), read),
  );
}

/**
 * A copy of the value of JSON text, in canonical order.
 *
 * @param what what to call the value in errors
 */
export function canonicalCopy(what: string, value: unknown): any {
  return jsonCopy(what, value, FROM_TEXT);
}

/**
 * A copy of a JSON value that users give.
 *
 * @param what what to call it in errors
 * @throws BadInput if a part is not JSON, or is a whole number that may have lost digits
 */
export function givenValue(what: string, value: unknown): any {
  return jsonCopy(what, value, AS_VALUE);
}

function checkDigits(path: string, value: number): void {
  if (NUMBER_MARKER.test(String(value))) return;
  if (mayHoldNumber(String(value))) throw new BadInput(path, value, LEFT_OF_TOKEN.rule, LEFT_OF_TOKEN.fix);
  if (!losesDigits(value)) return;
  throw new BadInput(
    path,
    value,
    'is a whole number beyond 2^53, and may have lost digits on its way here',
    'Write the number as text or, where JSON text is taken, the whole value',
  );
}

/** Larger numbers are written with an exponent, so nobody takes them for exact. */
const WRITTEN_ROUNDED = 1e21;

function losesDigits(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < WRITTEN_ROUNDED;
}
