import { Fn, Lazy, TerraformStack, TerraformVariable, Token } from 'cdktf';
import fc from 'fast-check';
import { hostileJson, hostileText } from './arbitraries';

/** What is given to the library, tokens and all, and what it is once Terraform has put their values in. */
export interface Known<T = unknown> {
  readonly given: T;
  readonly expected: T;
}

const SEED = 20250331;

/** The same values on every run. */
export function sampled<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: SEED });
}

/** Values that have broken JSON texts and templates elsewhere. */
const NASTY = [
  '',
  '"',
  '\\',
  '\\"',
  '"}]',
  '\n',
  '\r\n',
  '\t',
  '${x}',
  '$${x}',
  '%{if x}',
  '%%{',
  '$',
  '%',
  '{',
  '<&>',
  '\u007f',
];

/** Terraform brings strings to composed form, alone and joined: so these begin with nothing that composes. */
const variableText = hostileText
  .map((text) => text.normalize('NFC'))
  .filter((text) => !/^[\p{M}\u1160-\u11ff]/u.test(text));

/** Tokens for text that Terraform evaluates: variables, and functions of variables. */
export function textExpressions(stack: TerraformStack): Known<string>[] {
  const values = [...NASTY, ...sampled(variableText, 40)];
  const variables = values.map((value, index) => variable(stack, `text${index}`, 'string', value));
  const texts = variables.map(({ given, expected }) => ({ given: given.stringValue, expected }));
  const [name, place] = ['Cart "1" \\ ${x} %{y}\n', 'EU-west <1>'].map((value, index) => ({
    given: variable(stack, `name${index}`, 'string', value).given.stringValue,
    expected: value,
  }));
  const functions = [
    { given: Fn.upper(name.given), expected: name.expected.toUpperCase() },
    { given: Fn.lower(place.given), expected: place.expected.toLowerCase() },
    { given: Fn.join('-', [name.given, place.given]), expected: `${name.expected}-${place.expected}` },
    { given: Fn.upper(Fn.join('/', [place.given, 'x'])), expected: `${place.expected}/x`.toUpperCase() },
  ];
  return [...texts, ...functions];
}

/** Tokens for text that CDKTF resolves while it synthesizes, with literals and further tokens in it. */
export function lateTexts(expressions: readonly Known<string>[]): Known<string>[] {
  const late = sampled(textWith(expressions), 30).map(({ given, expected }) => ({
    given: Lazy.stringValue({ produce: () => given }),
    expected,
  }));
  const [first, second] = late;
  const nested = {
    given: Token.asString(Lazy.anyValue({ produce: () => `${first.given} and ${second.given}` })),
    expected: `${first.expected} and ${second.expected}`,
  };
  const twice = {
    given: Token.asString(Lazy.anyValue({ produce: () => Lazy.anyValue({ produce: () => nested.given }) })),
    expected: nested.expected,
  };
  return [
    ...late,
    nested,
    twice,
    { given: Token.asString(Token.asAny('plain "text" ${x}')), expected: 'plain "text" ${x}' },
  ];
}

/** Tokens for other values: numbers, lists, maps, truth values, null, and whole trees that come late. */
export function otherValues(stack: TerraformStack, texts: readonly Known<string>[]): Known[] {
  const list = variable(stack, 'list', 'list(string)', NASTY);
  const map = variable(stack, 'map', 'map(string)', { 'a"${x}': '%{y}\n', b: '\\' });
  const tree = variable(stack, 'tree', 'any', { a: [1, { b: '"${x}' }], c: null });
  const [yes, size, few] = [
    variable(stack, 'yes', 'bool', true),
    variable(stack, 'size', 'number', -2.5),
    variable(stack, 'few', 'list(number)', [1, 2.5]),
  ];
  const late = sampled(jsonWith(texts, []), 15).map(({ given, expected }) => ({
    given: Lazy.anyValue({ produce: () => given }),
    expected,
  }));
  return [
    { given: list.given.listValue, expected: list.expected },
    { given: Token.asStringMap(map.given.value), expected: map.expected },
    { given: tree.given.value, expected: tree.expected },
    { given: yes.given.booleanValue, expected: true },
    { given: size.given.numberValue, expected: -2.5 },
    { given: few.given.value, expected: few.expected },
    { given: Token.nullValue(), expected: null },
    { given: Lazy.numberValue({ produce: () => 7 }), expected: 7 },
    {
      given: Lazy.listValue({ produce: () => ['${x}', texts[1].given] }),
      expected: ['${x}', texts[1].expected],
    },
    ...late,
  ];
}

/** Text with tokens anywhere in it. */
export function textWith(
  tokens: readonly Known<string>[],
  literal = hostileText,
): fc.Arbitrary<Known<string>> {
  const part = fc.oneof(
    fc.constantFrom(...tokens),
    literal.map((text) => ({ given: text, expected: text })),
  );
  return fc
    .tuple(fc.array(part, { maxLength: 3 }), fc.constantFrom(...tokens), fc.array(part, { maxLength: 3 }))
    .map(([before, token, after]) => {
      const parts = [...before, token, ...after];
      return {
        given: parts.map(({ given }) => given).join(''),
        expected: parts.map(({ expected }) => expected).join(''),
      };
    })
    .filter(({ expected }) => !/[$#&]\{TfToken\[/.test(expected));
}

/** JSON with tokens in its texts, its names, and in place of its values. */
export function jsonWith(texts: readonly Known<string>[], others: readonly Known[]): fc.Arbitrary<Known> {
  const text: fc.Arbitrary<Known> = textWith(texts);
  const literal = hostileJson.map((value): Known => ({ given: value, expected: value }));
  const leaf =
    others.length > 0 ? fc.oneof(text, literal, fc.constantFrom(...others)) : fc.oneof(text, literal);
  const { value } = fc.letrec<{ value: Known }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }).map((items) => ({
        given: items.map(({ given }) => given),
        expected: items.map(({ expected }) => expected),
      })),
      fc.array(fc.tuple(textWith(texts), tie('value')), { minLength: 1, maxLength: 3 }).map((entries) => ({
        // The number keeps names apart that tokens might make the same.
        given: Object.fromEntries(
          entries.map(([name, item], index) => [`${index}${name.given}`, item.given]),
        ),
        expected: Object.fromEntries(
          entries.map(([name, item], index) => [`${index}${name.expected}`, item.expected]),
        ),
      })),
    ),
  }));
  return value;
}

function variable<T>(stack: TerraformStack, id: string, type: string, value: T) {
  const given = new TerraformVariable(stack, id, { type });
  // An override, because CDKTF rewrites the names in an object that it gets as the default.
  given.addOverride('default', value);
  return { given, expected: value };
}
