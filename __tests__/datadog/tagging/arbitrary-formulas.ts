import fc from 'fast-check';

/**
 * The tags of something that reports data. Some lack a tag, so that something is left even if all named values are
 * excluded.
 */
export type Instance = Readonly<Record<string, string | undefined>>;

/** A small world of instances. */
export const INSTANCES: readonly Instance[] = ['cart', 'pay', 'web', undefined].flatMap((service) =>
  ['prod', 'qa', undefined].map((env) => ({ service, env })),
);

/** The scope of a query, and whether it lets an instance through. */
export interface Scope {
  readonly text: string;
  lets(instance: Instance): boolean;
}

const scopeOf = (text: string, lets: Scope['lets']): Scope => ({ text, lets });

export const scope: fc.Arbitrary<Scope> = fc.constantFrom(
  scopeOf('*', () => true),
  scopeOf('service:cart', ({ service }) => service === 'cart'),
  scopeOf('service:pay', ({ service }) => service === 'pay'),
  scopeOf('service IN (cart,pay)', ({ service }) => service === 'cart' || service === 'pay'),
  scopeOf('!service:pay', ({ service }) => service !== 'pay'),
  scopeOf('service NOT IN (cart)', ({ service }) => service !== 'cart'),
  scopeOf('env:prod', ({ env }) => env === 'prod'),
  scopeOf('service:cart,env:qa', ({ service, env }) => service === 'cart' && env === 'qa'),
  scopeOf('service:cart OR env:prod', ({ service, env }) => service === 'cart' || env === 'prod'),
);

/**
 * A formula over queries: each is the sum of a metric over a scope. What is divided by is another metric, as in most
 * graphs, so `metric` counts the divisors around the query.
 */
export type Formula =
  | { readonly kind: 'query'; readonly scope: Scope; readonly metric: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'call'; readonly call: Call; readonly of: Formula }
  | { readonly kind: Sign; readonly left: Formula; readonly right: Formula };

export type Query = Extract<Formula, { kind: 'query' }>;

export type Sign = '+' | '-' | '*' | '/';

/** A function, with its arguments behind the first. */
export interface Call {
  readonly name: string;
  readonly others: string;
}

const CALLS: readonly Call[] = [
  { name: 'abs', others: '' },
  { name: 'default_zero', others: '' },
  { name: 'timeshift', others: ', -3600' },
  { name: 'top', others: ", 5, 'mean', 'desc'" },
];
const NUMBERS = [0, 1, 2, 100, -1, -5];

/** Formulas over queries with these scopes. */
export function formulaOver(scopes: readonly Scope[]): fc.Arbitrary<Formula> {
  const query = fc.constantFrom(...scopes).map((one): Formula => ({ kind: 'query', scope: one, metric: 0 }));
  const number = fc.constantFrom(...NUMBERS).map((value): Formula => ({ kind: 'number', value }));
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
    const negative = tie('formula').map((of): Formula => ({ kind: 'negative', of }));
    const call = fc
      .tuple(
        fc.constantFrom(...CALLS),
        tie('formula').filter((of) => queriesIn(of).length > 0),
      )
      .map(([one, of]): Formula => ({ kind: 'call', call: one, of }));
    const arithmetic = fc
      .tuple(fc.constantFrom<Sign[]>('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([kind, left, right]): Formula => ({ kind, left, right }));
    return {
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        { weight: 5, arbitrary: query },
        { weight: 1, arbitrary: number },
        { weight: 1, arbitrary: negative },
        { weight: 1, arbitrary: call },
        { weight: 5, arbitrary: arithmetic },
      ),
    };
  });
  return formula.map((one) => withMetrics(one, 0));
}

function withMetrics(formula: Formula, metric: number): Formula {
  switch (formula.kind) {
    case 'query':
      return { ...formula, metric };
    case 'number':
      return formula;
    case 'negative':
    case 'call':
      return { ...formula, of: withMetrics(formula.of, metric) };
    default: {
      const right = withMetrics(formula.right, formula.kind === '/' ? metric + 1 : metric);
      return { ...formula, left: withMetrics(formula.left, metric), right };
    }
  }
}

/** The queries in the formula. */
export function queriesIn(formula: Formula): readonly Query[] {
  switch (formula.kind) {
    case 'query':
      return [formula];
    case 'number':
      return [];
    case 'negative':
    case 'call':
      return queriesIn(formula.of);
    default:
      return [...queriesIn(formula.left), ...queriesIn(formula.right)];
  }
}

const RANKS: Readonly<Record<Formula['kind'], number>> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  negative: 3,
  number: 4,
  query: 4,
  call: 4,
};

/** The text of a formula, with those parentheses that it needs. */
export function written(formula: Formula, name: (query: Query) => string, rank = 0): string {
  const text = writtenAlone(formula, name);
  const isNegative = formula.kind === 'number' && formula.value < 0;
  return RANKS[isNegative ? 'negative' : formula.kind] < rank ? `(${text})` : text;
}

function writtenAlone(formula: Formula, name: (query: Query) => string): string {
  switch (formula.kind) {
    case 'query':
      return name(formula);
    case 'number':
      return String(formula.value);
    case 'negative':
      return `-${written(formula.of, name, RANKS.negative + 1)}`;
    case 'call':
      return `${formula.call.name}(${written(formula.of, name)}${formula.call.others})`;
    default: {
      const rank = RANKS[formula.kind];
      return `${written(formula.left, name, rank)} ${formula.kind} ${written(formula.right, name, rank + 1)}`;
    }
  }
}
