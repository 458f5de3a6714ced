import fc from 'fast-check';
import { escaped, Forms, ONCE, plain, searches, tag, tagAndValue } from './searches';
import { ODD_SERVICE, TAGS } from './universe';

/** Conditions on a value of a tag, each in one of these forms. */
function forms(...write: readonly ((key: string, value: string) => string)[]): fc.Arbitrary<string> {
  return fc
    .tuple(tagAndValue, fc.constantFrom(...write))
    .map(([[key, value], form]) => form(key, escaped(value)));
}

/** Conditions on values of two tags. */
function pairs(write: (one: readonly string[], other: readonly string[]) => string): fc.Arbitrary<string> {
  return fc
    .tuple(tagAndValue, tagAndValue)
    .filter(([[one], [other]]) => one !== other)
    .map((both) => {
      const [one, other] = both.map(([key, value]) => [key, escaped(value)]);
      return write(one, other);
    });
}

const edge = (condition: fc.Arbitrary<string>, others?: Forms) =>
  searches(fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: condition }), others);

/** Searches with forms that are easily misread, each by its name. */
export const EDGES: readonly (readonly [name: string, searches: fc.Arbitrary<string>])[] = [
  [
    'white space after the colon',
    edge(
      forms(
        (key, value) => `${key}: ${value}`,
        (key, value) => `${key}:\t(${value})`,
      ),
    ),
  ],
  ['white space after the sign of an exclusion', edge(forms((key, value) => `- ${key}:${value}`))],
  [
    'tags:"key:value"',
    edge(
      forms(
        (key, value) => `tags:"${key}:${value}"`,
        (key, value) => `tags:${key}\\:${value}`,
      ),
    ),
  ],
  [
    'another key inside a group',
    edge(pairs(([key, value], [other, its]) => `${key}:(${value} OR ${other}:${its})`)),
  ],
  [
    'the same key inside a group',
    edge(
      tag.map((key) => `${key}:((${TAGS[key].map(escaped).join(' OR ')}) -${key}:${escaped(TAGS[key][0])})`),
    ),
  ],
  ['+', edge(forms((key, value) => `+${key}:${value}`))],
  [
    'operators that touch what follows',
    edge(
      fc.oneof(
        pairs((one, other) => `(${one.join(':')} AND-${other.join(':')})`),
        pairs((one, other) => `(${one.join(':')} OR-${other.join(':')})`),
        pairs((one, other) => `(${one.join(':')} AND(${other.join(':')}))`),
        pairs((one, other) => `(${one.join(':')} OR(${other.join(':')}))`),
      ),
    ),
  ],
  [
    'no white space between conditions',
    edge(pairs(([key, value], [other, its]) => `(${key}:${value})${other}:(${its})`)),
  ],
  ['a no-break space', edge(fc.constant(`service:${ODD_SERVICE}`))],
  [
    'exclusions in exclusions',
    edge(
      forms(
        (key, value) => `(-(-${key}:${value}))`,
        (key, value) => `(NOT (NOT ${key}:${value}))`,
      ),
    ),
  ],
  [
    'two signs of an exclusion',
    edge(
      forms((key, value) => `${ONCE}${key}:${value}`),
      { once: ['NOT NOT ', '-NOT '] },
    ),
  ],
  [
    'operators without a condition',
    edge(
      forms((key, value) => `${ONCE}${key}:${value}`),
      { once: ['AND ', 'OR '] },
    ),
  ],
  ['an escaped star before a wildcard', edge(fc.constant('kube_deployment:web\\**'))],
  ['escapes in keys', edge(forms((key, value) => `\\${key}:${value}`))],
];
