import fc from 'fast-check';

/** What has a meaning to Terraform, to JSON, to JavaScript's `replace`, to CDKTF or to Unicode's normalisation. */
const PIECES = [
  ...[
    '${',
    '%{',
    '$${',
    '%%{',
    '$$${',
    '$$$${',
    '%%%{',
    '${if}',
    '${~ x ~}',
    '%{ if x }',
    '%{ endif }',
    '${"a"}',
  ],
  ...[
    '$',
    '%',
    '{',
    '}',
    '#{',
    '&{',
    '[',
    ']',
    ']}',
    '$&',
    '$1',
    "$'",
    '\\${',
    '\\',
    '\\\\',
    '\\u0041',
    '\\n',
  ],
  ...['"', '""', '\\"', "'", '`', '//', '/*', '<<EOT', '<', '>', '&', '=', ' ', ''],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\b',
    '\f',
    '\v',
    '\0',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufeff',
  ],
  ...[
    'é',
    'e\u0301',
    '\u0301',
    '\u0338',
    '\u212b',
    '\u1100\u1161',
    '\u0344',
    'ﬁ',
    '本',
    '🛒',
    '👩‍💻',
    '\u{10ffff}',
  ],
  ...[
    'TfToken[',
    'TOKEN.7',
    '<unresolved-token>',
    '1e5',
    '-1.5e+200',
    '-123456789',
    'avg:rookout{*} by {location}',
  ],
];

/** Text that can be written as UTF-8: every code point but surrogates. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !/[$#&]\{TfToken\[/.test(text));

/** Numbers, but for those among which CDKTF hides its tokens, and whole ones that may have lost digits. */
const number = fc
  .oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, min: -1e250, max: 1e250 }),
    fc.constantFrom(0, 0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, -1.5e200),
  )
  .filter((value) => Math.abs(value) >= 1e21 || Number.isSafeInteger(value) || !Number.isInteger(value));

/** Any JSON value, nested and with hostile texts and names. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: hostileText },
    { weight: 1, arbitrary: number },
    { weight: 1, arbitrary: fc.constantFrom(true, false, null, [], {}) },
    { weight: 3, arbitrary: fc.dictionary(hostileText, tie('value'), { maxKeys: 4, noNullPrototype: true }) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
  ),
})).value;
