import fc from 'fast-check';
import { BUILT_IN_KEYS, RookoutLabel } from '../../lib/rookout/label';

/** One character that both parts of a label may hold: any but brackets, comma, colon and what is not printed. */
const character = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'abcxyzABC0189_-./#@$%&?!{}()*\'"\\=+~^|<>;é本😀') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  )
  .filter((one) => !/[[\],:]|\p{Cc}|\u2028|\u2029/u.test(one));

/** Keys that Rookout takes. */
export const labelKey = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...BUILT_IN_KEYS) },
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...'abcxyzABC_é本'),
        fc.string({ unit: fc.constantFrom(...'abcxyzABC0189_-./é本'), maxLength: 19 }),
      )
      .map(([first, others]) => first + others),
  },
);

/** Values that Rookout takes, with spaces inside. */
export const labelValue = fc
  .string({
    unit: fc.oneof({ weight: 8, arbitrary: character }, { weight: 1, arbitrary: fc.constant(' ') }),
    minLength: 1,
    maxLength: 30,
  })
  .filter((value) => value === value.trim() && !value.startsWith('//') && !/\$[A-Za-z_]/.test(value));

export const label = fc.tuple(labelKey, labelValue).map(([key, value]) => RookoutLabel.of(key, value));

/** A label that every agent reads as it is. */
export const plainLabel = fc
  .tuple(
    fc.stringMatching(/^[a-zA-Z_][\w./-]{0,19}$/),
    fc.stringMatching(/^[\w.#/(+~-][\w.#/@&?!{}()\\=+~^|<>;-]{0,29}$/),
  )
  .filter(([key, value]) => !/^(live_logger$|rookout_)/.test(key) && !value.startsWith('//'))
  .map(([key, value]) => RookoutLabel.of(key, value));

/** A title's text as people write it, without any bracket. */
export const plainText = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'CPU usage (p95), avg: 5% $x {y} é本😀'), character),
    maxLength: 20,
  })
  .filter((text) => !/[[\]]/.test(text));

/** Any text at all, with many of the characters that matter to titles. */
export const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      ':',
      ',',
      '$',
      '{',
      '}',
      '${',
      '${TfToken[',
      'TOKEN.7',
      ']}',
      ' ',
      'k',
      'v',
      '\ud800',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});
