import fc from 'fast-check';
import { EVERYTHING, Filter, QueryError } from '../../../lib/datadog/query/filter';
import { KEYS, matchesAny, PATTERNS, TEXTS, VALUES, VARIABLES, World } from './worlds';

/** What has a meaning in one of the query languages. */
const SIGNS = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '\\',
    ':',
    ',',
    '!',
    '-',
    '*',
    '?',
    '$',
    '@',
    '<',
    '>',
    '/',
    '=',
  ],
  ...[' ', '  ', '\n', '\t', '\u00a0'],
  ...[
    ' AND ',
    ' OR ',
    'NOT ',
    ' IN ',
    ' NOT IN (',
    ' and ',
    ' or ',
    'not ',
    ' in (',
    '&&',
    '||',
    ' TO ',
    'by',
  ],
  ...[
    'env',
    'env:',
    'env:prod',
    'service:',
    '$svc',
    '$svc.value',
    '.value',
    '.key',
    'avg:',
    'p95:',
    '.rollup(',
  ],
  ...['${TfToken[TOKEN.1]}', '${TfToken[', ']}', '${', '%{', 'é', '\u0000', '\ud800', '😀'],
];

/** Any text at all, much of it nearly a query. */
export const anyText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }).map((signs) => signs.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** The value, or undefined where the text is refused as it should be; any other error is handed on. */
export function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

const plain = fc.string({ unit: fc.constantFrom(...'abz019_-./@#é本'), minLength: 1, maxLength: 8 });
const hostile = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...' "\\(),{}:!%&|<>=', 'a'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 8,
  })
  .filter((text) => !/[$*?]/.test(text));
const token = fc.constantFrom('${TfToken[TOKEN.1]}', 'cart-${TfToken[TOKEN.2]}');

const key = fc.oneof(fc.constantFrom(...KEYS), plain).filter((text) => !text.startsWith('-'));
const tag = fc.record({
  kind: fc.constant('tag' as const),
  key,
  value: fc.oneof(fc.constantFrom(...VALUES), plain, hostile, token),
});
const pattern = fc.record({
  kind: fc.constant('pattern' as const),
  key,
  value: fc.oneof(
    fc.constantFrom(...PATTERNS),
    hostile.map((text) => `*${text}`),
  ),
});
const name = fc.constantFrom(...VARIABLES);
const suffix = fc.constantFrom('.value', '.key');
const variable = fc.record(
  { kind: fc.constant('variable' as const), name, key, suffix },
  { requiredKeys: ['kind', 'name'] },
);
const text = fc.record({
  kind: fc.constant('text' as const),
  text: fc.oneof(
    fc.constantFrom(...TEXTS, 'and', 'OR', 'not', 'in', '$svc', '!', '*', 'env:', ''),
    plain,
    hostile,
  ),
});

/** Filters as a scope's reader makes them: `and` and `or` have at least two members, or `and` has none. */
export const filter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => {
  const several = fc.array(tie('filter'), { minLength: 2, maxLength: 4 });
  return {
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: tag },
      { weight: 1, arbitrary: fc.oneof(pattern, variable, text, fc.constant(EVERYTHING)) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: several }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('filter') }) },
    ),
  };
}).filter;

/** A query's text, and what it means. */
export interface Meant {
  readonly text: string;
  holds(world: World): boolean;
}

/** Patterns that mean the same in scopes and in searches: in these, `?` is doubt. */
const CERTAIN_PATTERNS = PATTERNS.filter((pattern) => !pattern.includes('?'));

const term: fc.Arbitrary<Meant> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)).map(tagMeant) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...CERTAIN_PATTERNS)).map(patternMeant),
  },
  {
    weight: 1,
    arbitrary: name.map((one) => ({ text: `$${one}`, holds: (world: World) => world.has(`$${one}`) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...TEXTS)
      .map((one) => ({ text: one, holds: (world: World) => world.has(one) })),
  },
  { weight: 1, arbitrary: fc.constant({ text: '*', holds: () => true }) },
);

function tagMeant([aKey, value]: [string, string]): Meant {
  return { text: `${aKey}:${value}`, holds: (world) => world.has(`${aKey}:${value}`) };
}

function patternMeant([aKey, value]: [string, string]): Meant {
  return { text: `${aKey}:${value}`, holds: (world) => matchesAny(aKey, value, world) };
}

const negated = ({ text: one, holds }: Meant, sign: string): Meant => ({
  text: `${sign}${one}`,
  holds: (world) => !holds(world),
});
const every = (of: readonly Meant[], separator: string): Meant => ({
  text: of.map((one) => one.text).join(separator),
  holds: (world) => of.every((one) => one.holds(world)),
});
const some = (of: readonly Meant[], separator: string): Meant => ({
  text: of.map((one) => one.text).join(separator),
  holds: (world) => of.some((one) => one.holds(world)),
});
const enclosed = ({ text: one, holds }: Meant): Meant => ({ text: `(${one})`, holds });

/** Scopes with signs: `env:prod,!service:cart`. */
const withSigns = fc
  .tuple(
    fc.array(fc.tuple(term, fc.boolean()), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(',', ', ', ' ,'),
  )
  .map(([terms, comma]) =>
    every(
      terms.map(([one, not]) => (not ? negated(one, '!') : one)),
      comma,
    ),
  );

const listed = fc
  .tuple(
    fc.constantFrom(...KEYS),
    fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1 }),
    fc.constantFrom('IN', 'in', 'NOT IN', 'not in'),
  )
  .map(([aKey, values, word]): Meant => {
    const oneOf = (facts: World) => values.some((value) => facts.has(`${aKey}:${value}`));
    return {
      text: `${aKey} ${word} (${values.join(', ')})`,
      holds: (world) => /not/i.test(word) !== oneOf(world),
    };
  });

/** Expressions in which AND binds more tightly than OR, and NOT more tightly than both. */
function expressions(
  leaf: fc.Arbitrary<Meant>,
  and: fc.Arbitrary<string>,
  or: fc.Arbitrary<string>,
  not: fc.Arbitrary<string>,
) {
  return fc.letrec<Record<'any' | 'conjunction' | 'factor', Meant>>((tie) => ({
    factor: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: leaf },
      { weight: 1, arbitrary: fc.tuple(leaf, not).map(([one, sign]) => negated(one, sign)) },
      { weight: 1, arbitrary: tie('any').map(enclosed) },
      {
        weight: 1,
        arbitrary: fc.tuple(tie('any').map(enclosed), not).map(([one, sign]) => negated(one, sign)),
      },
    ),
    conjunction: fc
      .tuple(fc.array(tie('factor'), { minLength: 1, maxLength: 3 }), and)
      .map(([of, sign]) => every(of, sign)),
    any: fc
      .tuple(fc.array(tie('conjunction'), { minLength: 1, maxLength: 3 }), or)
      .map(([of, sign]) => some(of, sign)),
  })).any;
}

/** Scopes of metric queries. */
export const scope: fc.Arbitrary<Meant> = fc.oneof(
  withSigns,
  expressions(
    fc.oneof({ weight: 3, arbitrary: term }, { weight: 1, arbitrary: listed }),
    fc.constantFrom(' AND ', ' and '),
    fc.constantFrom(' OR ', ' or ', '\nOR\n'),
    fc.constantFrom('NOT ', 'not '),
  ),
);

/** Values without a colon: in a group, text before a colon is a key of its own. */
const PLAIN_VALUES = VALUES.filter((value) => !value.includes(':'));

const grouped = fc
  .tuple(fc.constantFrom(...KEYS), fc.uniqueArray(fc.constantFrom(...PLAIN_VALUES), { minLength: 2 }))
  .map(([aKey, values]): Meant => ({
    text: `${aKey}:(${values.join(' OR ')})`,
    holds: (world) => values.some((value) => world.has(`${aKey}:${value}`)),
  }));

/** Searches of logs, spans and the like. */
export const search: fc.Arbitrary<Meant> = expressions(
  fc.oneof({ weight: 3, arbitrary: term }, { weight: 1, arbitrary: grouped }),
  fc.constantFrom(' AND ', ' ', ' && '),
  fc.constantFrom(' OR ', ' || '),
  fc.constantFrom('NOT ', '-', '!'),
);
