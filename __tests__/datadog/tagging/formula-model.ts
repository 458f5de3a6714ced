import { Call, Formula, Instance, INSTANCES, queriesIn, Query, Sign } from './arbitrary-formulas';

/** A fraction, so that nothing is rounded. Undefined is the result of a division by zero. */
type Fraction = readonly [numerator: bigint, denominator: bigint] | undefined;

/** The sum of a query, as many hours ago. */
type SumOf = (query: Query, hour: number) => bigint;

/** The formula as plain arithmetic. Of the functions, all but `abs` and `timeshift` leave a sum as it is. */
function valueOf(formula: Formula, sumOf: SumOf, hour = 0): Fraction {
  switch (formula.kind) {
    case 'query':
      return [sumOf(formula, hour), 1n];
    case 'number':
      return [BigInt(formula.value), 1n];
    case 'negative':
      return combined('-', [0n, 1n], valueOf(formula.of, sumOf, hour));
    case 'call': {
      const value = valueOf(formula.of, sumOf, hour + shiftOf(formula.call));
      return value && formula.call.name === 'abs' && value[0] < 0n ? [-value[0], value[1]] : value;
    }
    default:
      return combined(formula.kind, valueOf(formula.left, sumOf, hour), valueOf(formula.right, sumOf, hour));
  }
}

function shiftOf({ name }: Call): number {
  return name === 'timeshift' ? 1 : 0;
}

/** The denominators stay positive. */
function combined(sign: Sign, left: Fraction, right: Fraction): Fraction {
  if (!left || !right) return undefined;
  const [a, b] = left;
  const [c, d] = right;
  switch (sign) {
    case '+':
      return [a * d + c * b, b * d];
    case '-':
      return [a * d - c * b, b * d];
    case '*':
      return [a * c, b * d];
    case '/':
      return c === 0n ? undefined : c < 0n ? [-a * d, -b * c] : [a * d, b * c];
  }
}

function areEqual(one: Fraction, other: Fraction): boolean {
  return one && other ? one[0] * other[1] === other[0] * one[1] : one === other;
}

/** Values of the instances. Several, since one may hide a change by accident. */
const POINTS: readonly (readonly bigint[])[] = [
  [3n, 7n, 19n, 31n, 53n, 89n, 131n, 173n, 223n, 271n, 337n, 397n],
  [977n, 613n, 211n, 83n, 29n, 11n, 409n, 5n, 701n, 13n, 307n, 2n],
  [127n, 2n, 1009n, 5n, 401n, 61n, 17n, 863n, 37n, 499n, 71n, 239n],
];
const CHANGES = [1n, 1000n];

/** Another value of one instance, for one metric at one time. */
interface Change {
  readonly instance: number;
  readonly metric: number;
  readonly hour: number;
  readonly by: bigint;
}

function resultAt(point: readonly bigint[], formula: Formula, change?: Change): Fraction {
  return valueOf(formula, ({ scope: { lets }, metric }, hour) =>
    point.reduce((sum, value, instance) => {
      if (!lets(INSTANCES[instance])) return sum;
      const own = value + BigInt(hour) * value ** 2n + BigInt(metric) * value ** 3n;
      const isChanged = change?.instance === instance && change.metric === metric && change.hour === hour;
      return sum + own + (isChanged ? change.by : 0n);
    }, 0n),
  );
}

/** Whether it draws anything: a division by zero has no result. */
export function isDrawn(formula: Formula): boolean {
  return POINTS.some((point) => resultAt(point, formula) !== undefined);
}

/** The instances that the formula shows: a change of a value of theirs, now or before, changes its result. */
export function shownBy(formula: Formula): readonly Instance[] {
  const changes = changesOf(formula);
  return INSTANCES.filter((_, instance) =>
    POINTS.some((point) => {
      const before = resultAt(point, formula);
      return changes.some((change) => !areEqual(before, resultAt(point, formula, { ...change, instance })));
    }),
  );
}

/** Changes of each metric at each time that the formula may look at. */
function changesOf(formula: Formula): readonly Omit<Change, 'instance'>[] {
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, index) => index);
  const metrics = upTo(Math.max(0, ...queriesIn(formula).map(({ metric }) => metric)));
  return upTo(shiftsIn(formula)).flatMap((hour) =>
    metrics.flatMap((metric) => CHANGES.map((by) => ({ hour, metric, by }))),
  );
}

function shiftsIn(formula: Formula): number {
  switch (formula.kind) {
    case 'query':
    case 'number':
      return 0;
    case 'negative':
      return shiftsIn(formula.of);
    case 'call':
      return shiftsIn(formula.of) + shiftOf(formula.call);
    default:
      return Math.max(shiftsIn(formula.left), shiftsIn(formula.right));
  }
}

/** Whether a product or a quotient has a side that is zero, but not written as such: `(a - a) * b` shows nothing of `b`. */
export function hasHiddenZero(formula: Formula): boolean {
  switch (formula.kind) {
    case 'query':
    case 'number':
      return false;
    case 'negative':
    case 'call':
      return hasHiddenZero(formula.of);
    default: {
      const sides = [formula.left, formula.right];
      if (sides.some(hasHiddenZero)) return true;
      if (formula.kind === '+' || formula.kind === '-') return false;
      return sides.some((side) => queriesIn(side).length > 0 && shownBy(side).length === 0);
    }
  }
}
