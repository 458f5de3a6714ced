import fc from 'fast-check';

/** Text in pieces, so that a near miss can be made of it: each is a sign, a word, a key or a value. */
type Pieces = readonly string[];

const TAGS = ['env', 'service', 'kube_deployment', 'availability-zone', 'error.type', 'order'];
const VALUES = ['cart', 'prod-1', 'us-east-1a', '10.0.0.1:80', '/dev/nvme0n1p1', 'not', 'a_b', 'é'];
const PATTERNS = [
  'web-*',
  '*-canary',
  '*east*',
  '*',
  'web-$env.value',
  '$env.value-*',
  '$env.value-a',
  '$env.key-a',
];
const NAMES = ['env', 'cluster-id', 'server.name', 'x'];
const SUFFIXES = ['', '.value', '.key'];

const oneOf = (...all: readonly (readonly string[])[]): fc.Arbitrary<string> =>
  fc.constantFrom(...all.flat());
const pieces = (...parts: readonly fc.Arbitrary<Pieces>[]): fc.Arbitrary<Pieces> =>
  fc.tuple(...parts).map((all) => all.flat());
const just = (...all: string[]): fc.Arbitrary<Pieces> => fc.constant(all);
const whole = (text: fc.Arbitrary<string>): fc.Arbitrary<Pieces> => text.map((one) => [one]);
const anyOf = (...all: Pieces): fc.Arbitrary<Pieces> => whole(fc.constantFrom(...all));

const space = fc.constantFrom<Pieces>([], [' ']);
const variable = fc.tuple(oneOf(NAMES), oneOf(SUFFIXES)).map(([name, suffix]) => `$${name}${suffix}`);
const quoted = oneOf(VALUES, PATTERNS, ['cart service', 'a,b', '}', '(x)']).map((value) => ['"', value, '"']);
const value: fc.Arbitrary<Pieces> = fc.oneof(
  { weight: 6, arbitrary: whole(oneOf(VALUES)) },
  { weight: 2, arbitrary: whole(oneOf(PATTERNS)) },
  { weight: 1, arbitrary: whole(variable) },
  { weight: 1, arbitrary: quoted },
);
// Behind a space, `not` is the word.
const noOperator = value.filter(([one]) => one !== 'not');
const key = whole(oneOf(TAGS));
const condition: fc.Arbitrary<Pieces> = fc.oneof(
  { weight: 6, arbitrary: pieces(key, just(':'), value) },
  { weight: 1, arbitrary: pieces(key, just(':', ' '), noOperator) },
  { weight: 2, arbitrary: whole(variable) },
  { weight: 1, arbitrary: just('*') },
  { weight: 1, arbitrary: key },
);

function separated(of: fc.Arbitrary<Pieces>, separator: fc.Arbitrary<Pieces>, most: number) {
  return fc
    .array(fc.tuple(separator, of), { minLength: 1, maxLength: most })
    .map((all): Pieces => all.flatMap(([before, one], index) => (index === 0 ? one : [...before, ...one])));
}

const word = (upper: string) => pieces(just(' '), anyOf(upper, upper.toLowerCase()), just(' '));
const comma = pieces(space, just(','), space);

/** Scopes with signs: `env:prod,!service:cart`. */
const signs = fc.letrec<Record<'all' | 'one', Pieces>>((tie) => ({
  all: separated(tie('one'), comma, 4),
  one: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: condition },
    { weight: 2, arbitrary: pieces(just('!'), condition) },
    { weight: 1, arbitrary: pieces(just('('), tie('all'), just(')')) },
  ),
})).all;

const list = pieces(
  key,
  fc.constantFrom<Pieces>([' ', 'IN'], [' ', 'in'], [' ', 'NOT', ' ', 'IN'], [' ', 'not', ' ', 'in']),
  space,
  just('('),
  separated(value, comma, 3),
  just(')'),
);

/** Scopes with words: `env:prod AND NOT (service:cart OR zone IN (a, b))`. */
const words = fc.letrec<Record<'any' | 'all' | 'negation' | 'one', Pieces>>((tie) => ({
  any: separated(tie('all'), word('OR'), 3),
  all: separated(tie('negation'), word('AND'), 3),
  negation: fc.oneof(
    { weight: 4, arbitrary: tie('one') },
    { weight: 1, arbitrary: pieces(anyOf('NOT', 'not'), just(' '), tie('one')) },
  ),
  one: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: condition },
    { weight: 2, arbitrary: list },
    { weight: 2, arbitrary: pieces(just('('), tie('any'), just(')')) },
  ),
})).any;

const scope = fc.oneof(signs, words);

/** What can go wrong in a scope. */
const SCOPE_PIECES = [
  ...[' ', ' ', ':', ',', '(', ')', '"', '!', '-', '*'],
  ...['AND', 'OR', 'NOT', 'IN', 'and', 'or', 'not', 'in', 'And'],
  ...['env', 'cart', '$env', '$env.value', 'env:prod', 'zone IN (a, b)'],
];

const group = oneOf(TAGS, ['$by']);
const groups = separated(whole(group), comma, 3).map((all) => `{${all.join('')}}`);
const scoped = scope.map((all) => `{${all.join('')}}`);
const MODIFIERS = [
  '.as_count()',
  '.as_rate()',
  '.rollup(avg, 60)',
  ".rollup('p95',1800)",
  '.fill(zero)',
  '.fill(linear, 300)',
];
const AGGREGATORS = ['avg:', 'sum:', 'p95:', 'p99.9:', 'count(v: v>=10):', ''];
const METRICS = ['system.load.1', 'trace.http.request', 'standby'];
const metric: fc.Arbitrary<Pieces> = pieces(
  anyOf(...AGGREGATORS),
  anyOf(...METRICS),
  space,
  whole(scoped),
  fc.oneof(just(), pieces(space, just('by'), space, whole(groups))),
  fc.oneof(
    just(),
    anyOf(...MODIFIERS),
    anyOf(...MODIFIERS).chain((one) => pieces(just(...one), anyOf(...MODIFIERS))),
  ),
);

/** A function's name, and its arguments after the first. */
type Applied = readonly [name: string, after: Pieces];

const FUNCTIONS: readonly Applied[] = [
  ['abs', []],
  ['default_zero', []],
  ['ewma_20', []],
  ['timeshift', [', ', '-3600']],
  ['top', [', ', '10', ', ', "'mean'", ', ', "'desc'"]],
  ['anomalies', [', ', "'agile'", ', ', '2', ', ', "direction='both'", ', ', 'interval=60']],
  ['rollup', [', ', '`stddev`', ', ', '14400']],
];

/** Functions that aggregate the lines again, and keep the tags that they are given. */
const AGGREGATIONS: readonly Applied[] = [
  ['sum', []],
  ['max', []],
  ['percentile', [', ', "'p95'"]],
];

/**
 * Metric queries, several of them with commas between. A function that aggregates again is around all of them, since the
 * library applies it to all: `differences.ts` tells of it. Nothing is subtracted, since that is about values: a model of
 * sums has it.
 */
const query = fc.letrec<Record<'all' | 'sum' | 'one' | 'aggregated', Pieces>>((tie) => ({
  all: fc.oneof(
    { weight: 4, arbitrary: separated(tie('sum'), comma, 2) },
    { weight: 1, arbitrary: tie('aggregated') },
  ),
  sum: separated(tie('one'), pieces(space, anyOf('+', '*', '/'), space), 3),
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: metric },
    { weight: 1, arbitrary: pieces(tie('one'), anyOf(' * ', '/', ' + '), anyOf('100', '0.5', '1e3')) },
    { weight: 1, arbitrary: pieces(just('('), tie('sum'), just(')')) },
    { weight: 2, arbitrary: applied(FUNCTIONS, tie('sum'), just()) },
  ),
  aggregated: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 2, arbitrary: applied(AGGREGATIONS, tie('sum'), pieces(just(', '), whole(groups))) },
    { weight: 1, arbitrary: pieces(just('count_nonzero', '('), tie('sum'), just(')')) },
    { weight: 1, arbitrary: applied(AGGREGATIONS, tie('aggregated'), pieces(just(', '), whole(groups))) },
  ),
})).all;

function applied(functions: readonly Applied[], to: fc.Arbitrary<Pieces>, last: fc.Arbitrary<Pieces>) {
  return fc
    .constantFrom(...functions)
    .chain(([name, after]) => pieces(just(name, '('), to, just(...after), last, just(')')));
}

/** What can go wrong around the scopes of a query. */
const QUERY_PIECES = [
  ...[' ', ',', '(', ')', '{', '}', '"', "'", '+', '*', '/', '.', ':'],
  ...['by', 'BY', '{env:prod}', '{env}', 'avg:a'],
];

/** One or two pieces are missing, doubled, exchanged or too many. */
function nearly(of: fc.Arbitrary<Pieces>, strays: Pieces): fc.Arbitrary<Pieces> {
  const slip = fc.tuple(
    fc.nat(),
    fc.constantFrom('missing', 'doubled', 'exchanged', 'stray'),
    fc.constantFrom(...strays),
  );
  return fc.tuple(of, fc.array(slip, { minLength: 1, maxLength: 2 })).map(([all, slips]) => {
    const result = [...all];
    for (const [where, kind, stray] of slips) {
      const at = where % (result.length + 1);
      if (kind === 'missing') result.splice(at, 1);
      else if (kind === 'doubled') result.splice(at, 0, ...result.slice(at, at + 1));
      else if (kind === 'exchanged') result.splice(at, 2, ...result.slice(at, at + 2).reverse());
      else result.splice(at, 0, stray);
    }
    return result;
  });
}

const joined = (of: fc.Arbitrary<Pieces>): fc.Arbitrary<string> => of.map((all) => all.join(''));

/** Scopes as Datadog documents them. */
export const documentedScopes = joined(scope);

/** Scopes with a slip, and pieces of scopes in any order. */
export const nearScopes = fc.oneof(
  { weight: 3, arbitrary: joined(nearly(scope, SCOPE_PIECES)) },
  { weight: 1, arbitrary: joined(fc.array(oneOf(SCOPE_PIECES), { maxLength: 10 })) },
);

/** Metric queries as Datadog documents them. */
export const documentedQueries = joined(query);

/** Metric queries with a slip around their scopes, and what stands between braces in them. */
export const nearQueries = nearly(query, QUERY_PIECES)
  .map((all) => ({
    query: all.join(''),
    inBraces: all.filter((piece) => /^\{.+\}$/.test(piece)).map((piece) => piece.slice(1, -1)),
  }))
  // Divided by what no number holds, a metric is 0.
  .filter(({ query: text }) => !/\de\+?\d{3}/i.test(text));
