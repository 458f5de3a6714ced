import fc from 'fast-check';
import { TAGS } from './universe';

/** Where a search asks for something else than the tags that make labels. */
const OTHER = '§';
/** Where a form stands that a search has once at most. */
export const ONCE = '¶';

/** What a search asks for besides, each at most once: it contradicts itself only by tags that make labels. */
const others = fc.tuple(
  fc.constantFrom('error', '"error"', 'err*'),
  fc.constantFrom('timeout', '"timeout"', '*meout'),
  fc.constantFrom('zone:a', '@code:500', '@code:>400', '@code:[400 TO 599]', 'status:error'),
  fc.constantFrom('and', 'or', 'not'),
);

export const tag = fc.constantFrom(...Object.keys(TAGS));
export const tagAndValue = tag.chain((key) => fc.tuple(fc.constant(key), fc.constantFrom(...TAGS[key])));

export function escaped(value: string): string {
  return value.replaceAll('*', '\\*');
}

/** A value as it stands after its key: plain, with an escape, or in quotation marks. */
function written(value: string): fc.Arbitrary<string> {
  const plain = escaped(value);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(plain) },
    { weight: 1, arbitrary: fc.constantFrom(`"${value}"`, `\\${plain}`) },
  );
}

const named = tagAndValue.chain(([key, value]) => written(value).map((text) => `${key}:${text}`));

const listed = tag.chain((key) => {
  const value = fc.constantFrom(...TAGS[key]).chain(written);
  const values = fc.array(fc.tuple(fc.constantFrom('', '', '', '-', 'NOT '), value), {
    minLength: 1,
    maxLength: 3,
  });
  return fc
    .tuple(values, fc.constantFrom(' OR ', ' OR ', ' AND '))
    .map(([parts, operator]) => `${key}:(${parts.map((part) => part.join('')).join(operator)})`);
});

/** Patterns that a value fits. */
const wild = tagAndValue.chain(([key, value]) => {
  const [first, second, ...rest] = value.replace('*', '');
  return fc
    .constantFrom('*', `${first}*`, `*${second}*`, `${first}*${rest.at(-1) ?? second}`)
    .map((pattern) => `${key}:${pattern}`);
});

/** Pairs of values, of which labels would also select the others. */
const paired = fc.uniqueArray(tag, { minLength: 2, maxLength: 2 }).chain((keys) => {
  const pair = fc.tuple(
    ...keys.map((key) => fc.constantFrom(...TAGS[key]).map((value) => `${key}:${escaped(value)}`)),
  );
  return fc
    .array(pair, { minLength: 2, maxLength: 3 })
    .map((pairs) => `(${pairs.map((terms) => terms.join(' ')).join(' OR ')})`);
});

/** A condition as Datadog's documentation writes it. */
export const plain = fc.oneof(
  { weight: 5, arbitrary: named },
  { weight: 2, arbitrary: listed },
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: paired },
  { weight: 2, arbitrary: fc.constant(OTHER) },
  { weight: 1, arbitrary: fc.constant('*') },
);

/** What else may stand in a search. */
export interface Forms {
  /** Stands between two conditions. */
  readonly operators?: readonly string[];
  /** Stands in the place of the first `ONCE`. */
  readonly once?: readonly string[];
}

/** Searches over these conditions: with AND, OR, white space, exclusions and parentheses. */
export function searches(
  condition: fc.Arbitrary<string>,
  { operators = [], once = [''] }: Forms = {},
): fc.Arbitrary<string> {
  const { any } = fc.letrec<Record<'any' | 'all' | 'one', string>>((tie) => {
    const enclosed = tie('any').map((text) => `(${text})`);
    const excluded = (of: fc.Arbitrary<string>) =>
      fc.tuple(fc.constantFrom('-', 'NOT '), of).map((texts) => texts.join(''));
    return {
      one: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        { weight: 5, arbitrary: condition },
        { weight: 2, arbitrary: excluded(condition) },
        { weight: 1, arbitrary: enclosed },
        { weight: 1, arbitrary: excluded(enclosed) },
      ),
      all: joined(tie('one'), [' ', ' ', ' AND ', ' && ', '\t', ...operators]),
      any: joined(tie('all'), [' OR ', ' OR ', ' || ']),
    };
  });
  return fc
    .tuple(any, others, fc.constantFrom(...once))
    .map(([text, own, form]) => filledIn(filledIn(text, OTHER, own, '*'), ONCE, [form], ''));
}

function joined(part: fc.Arbitrary<string>, operators: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...operators), part), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map(([operator, text], index) => (index === 0 ? text : operator + text)).join(''));
}

/** The text with each of these at one of the places, and the last one at all further places. */
function filledIn(text: string, place: string, own: readonly string[], last: string): string {
  const left = [...own];
  return text.replaceAll(place, () => left.shift() ?? last);
}
