import { Origin, QueryError } from './filter';
import { tagsIn } from './grouping';
import { isLater, laterValueAt, refuseLater } from './later-value';
import { linesLeft } from './ranking';

/** A query that a formula uses. */
export interface Operand {
  /** The name of the query. */
  readonly name: string;
  /** The functions that move it in time or smooth it, such as `week_before()`. Empty if none does. */
  readonly shift: string;
  /** The tags that are left of its groups, if a function around it aggregates the lines. */
  readonly kept?: readonly string[];
}

/** What an expression shows. Without operands it is a number. */
export interface Value {
  readonly added: readonly Operand[];
  readonly subtracted: readonly Operand[];
  /** Whether the added operands count positively (1) or negatively (-1). 0 if that is not known. */
  readonly sign: number;
  /** Whether it is a sum, so that a minus sign before it exchanges what it adds and what it subtracts. */
  readonly isSum: boolean;
  /** The number. Undefined if there are operands, or only Terraform knows it. */
  readonly constant?: number;
  /** The tags that a function keeps, if it is the argument that names them. */
  readonly kept?: readonly string[];
}

/** The limit of nesting, since the reader is recursive. No real formula is deeper. */
const DEEPEST = 200;

const NAME = /[A-Za-z_]\w*/y;
/** A name, or a metric without scope whose dots call no function, since digits follow: `system.load.1`. */
const NAME_OR_METRIC = /[A-Za-z_]\w*(?:(?:\.\w+)*\.\d\w*)?/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const UNIT = /\w*/y;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/suy;
const GROUP = /\{([^{}]*)\}/y;
const SPACE = /\s*/y;

/**
 * The functions that move a query in time or smooth it, so that it has other values.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/timeshift/, and the pages Smoothing, Regression and Rollup beside it
 */
const SHIFT =
  /^(timeshift|calendar_shift|(hour|day|week|month)_before|(ewma|median)_\d+|autosmooth|moving_rollup|trend_line|robust_trend|piecewise_constant)$/;

/**
 * The functions that count lines: the result is one line for all of them.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/count/
 */
const COUNT = /^count_(not_null|nonzero(_finite)?)$/;

/** Reads the arithmetic of formulas, in time linear in their length. */
export class FormulaReader {
  /** The number of lines that all functions leave. */
  public lines: number | undefined;
  /** All names that may be queries: not those of functions, of their named arguments, or behind a dot. */
  public readonly names = new Set<string>();
  private position = 0;
  private depth = 0;
  private methods = 0;

  /** @param origin what errors show of the text */
  public constructor(
    private readonly text: string,
    private readonly origin: Origin = { text, positionOf: (position) => position },
  ) {}

  /** @throws QueryError if the text is not one expression */
  public readWhole(): Value {
    const value = this.readShown();
    this.refuseRest();
    return value;
  }

  /** @throws QueryError if the text is not a list of expressions with commas between them */
  public readList(): Value[] {
    const values = [];
    do values.push(this.readShown());
    while (this.take(','));
    this.refuseRest();
    return values;
  }

  private refuseRest(): void {
    if (this.peek() !== undefined) this.fail();
  }

  /** An expression that is shown. If Terraform puts it in, it may be of any query. */
  private readShown(): Value {
    const value = this.readSum();
    if (!hasOperands(value) && value.constant === undefined) refuseLater(this.text, this.origin);
    return value;
  }

  private readSum(): Value {
    if (++this.depth > DEEPEST) this.fail(`More than ${DEEPEST} nested parentheses`);
    const terms = [this.readProduct()];
    for (let sign = this.peek(); sign === '+' || sign === '-'; sign = this.peek()) {
      this.position++;
      const term = this.readProduct();
      terms.push(sign === '-' ? negative(term) : term);
    }
    this.depth--;
    return sumOf(terms);
  }

  private readProduct(): Value {
    const factors = [this.readSigned()];
    for (let sign = this.peek(); sign === '*' || sign === '/'; sign = this.peek()) {
      this.position++;
      const factor = this.readSigned();
      factors.push(sign === '/' ? inverse(factor) : factor);
    }
    return productOf(factors);
  }

  private readSigned(): Value {
    let isNegative = false;
    for (let sign = this.peek(); sign === '+' || sign === '-'; sign = this.peek()) {
      this.position++;
      if (sign === '-') isNegative = !isNegative;
    }
    const value = this.readPrimary();
    return isNegative ? negative(value) : value;
  }

  private readPrimary(): Value {
    const value = this.readAtom();
    while (this.take('.')) {
      const name = this.match(NAME);
      if (name === undefined) this.fail('The name of a function is missing');
      this.methods++;
      if (this.take('(')) this.noteFunction(name, this.readArguments());
      this.methods--;
    }
    return value;
  }

  private readAtom(): Value {
    if (this.take('(')) {
      const value = this.readSum();
      if (!this.take(')')) this.fail('A parenthesis is not closed');
      return value;
    }
    const number = this.match(NUMBER);
    if (number !== undefined) {
      this.match(UNIT);
      return numberOf(Number(number));
    }
    if (this.match(TEXT) !== undefined || this.takeLater()) return numberOf(undefined);
    const name = this.match(NAME_OR_METRIC);
    if (name === undefined) this.fail(this.peek() === undefined ? 'A term is missing' : undefined);
    if (isLater(name)) return numberOf(undefined);
    if (this.take('(')) return this.call(name, this.readArguments());
    if (this.methods === 0) this.names.add(name);
    return operandOf(name);
  }

  /** The arguments up to the closing parenthesis. */
  private readArguments(): Value[] {
    const values: Value[] = [];
    if (this.take(')')) return values;
    do values.push(this.readArgument());
    while (this.take(','));
    if (!this.take(')')) this.fail('A parenthesis is not closed');
    return values;
  }

  private readArgument(): Value {
    const group = this.match(GROUP);
    if (group !== undefined) return { ...numberOf(undefined), kept: tagsIn(group.slice(1, -1)) };
    const start = this.position;
    if (this.match(NAME) !== undefined && this.take('=')) {
      this.readSum();
      return numberOf(undefined);
    }
    this.position = start;
    return this.readSum();
  }

  private call(name: string, values: readonly Value[]): Value {
    this.noteFunction(name, values);
    const shift = SHIFT.test(name) ? `${name}(${values.map(({ constant }) => constant ?? '').join()})` : '';
    const { added, subtracted, sign } = sumOf(values);
    const kept = COUNT.test(name) ? [] : values.find((value) => value.kept)?.kept;
    const moved = (operand: Operand): Operand => ({
      ...operand,
      shift: shift + operand.shift,
      ...(kept && { kept: operand.kept?.filter((tag) => kept.includes(tag)) ?? kept }),
    });
    return {
      added: added.map(moved),
      subtracted: subtracted.map(moved),
      sign: name === 'abs' ? 1 : sign,
      isSum: false,
    };
  }

  private noteFunction(name: string, values: readonly Value[]): void {
    const lines = linesLeft(
      name,
      values.map(({ constant }) => constant),
    );
    if (lines !== undefined) this.lines = Math.min(lines, this.lines ?? lines);
  }

  private takeLater(): boolean {
    const later = this.peek() === '$' ? laterValueAt(this.text, this.position) : undefined;
    this.position += later?.length ?? 0;
    return later !== undefined;
  }

  private take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.position++;
    return true;
  }

  private peek(): string | undefined {
    SPACE.lastIndex = this.position;
    SPACE.test(this.text);
    this.position = SPACE.lastIndex;
    return this.text[this.position];
  }

  private match(pattern: RegExp): string | undefined {
    if (pattern !== UNIT) this.peek();
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    this.position += found?.length ?? 0;
    return found;
  }

  /** @param problem if it is not the next character */
  private fail(problem?: string): never {
    refuseLater(this.text, this.origin);
    const { text } = this.origin;
    const position = this.origin.positionOf(this.position);
    throw new QueryError(problem ?? `Unexpected "${text[position]}"`, text, position);
  }
}

function operandOf(name: string): Value {
  return { added: [{ name, shift: '' }], subtracted: [], sign: 1, isSum: true };
}

function numberOf(constant: number | undefined): Value {
  return { added: [], subtracted: [], sign: signOf(constant), isSum: true, constant };
}

function signOf(constant: number | undefined): number {
  return constant === undefined ? 0 : Math.sign(constant);
}

function hasOperands({ added, subtracted }: Value): boolean {
  return added.length + subtracted.length > 0;
}

function negative(value: Value): Value {
  const { added, subtracted, sign, isSum, constant } = value;
  if (!hasOperands(value)) return numberOf(constant === undefined ? undefined : -constant);
  return isSum && subtracted.length > 0
    ? { ...value, added: subtracted, subtracted: added }
    : { ...value, sign: -sign };
}

function inverse(value: Value): Value {
  return hasOperands(value) || value.constant === undefined ? value : numberOf(1 / value.constant);
}

/**
 * Terms of the same sign are shown together. Of terms with different signs, or of which the sign is not known,
 * the positive ones are what the others are subtracted from.
 */
function sumOf(terms: readonly Value[]): Value {
  const parts = terms.filter(hasOperands);
  if (parts.length === 0) {
    const constants = terms.map(({ constant }) => constant);
    return numberOf(
      constants.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0),
    );
  }
  const [first] = parts;
  if (parts.length === 1) return first;
  const isAlike = first.sign !== 0 && parts.every(({ sign }) => sign === first.sign);
  const added: Operand[] = [];
  const subtracted: Operand[] = [];
  for (const part of parts) {
    const isAdded = isAlike || part.sign === 1;
    (isAdded ? added : subtracted).push(...part.added);
    subtracted.push(...part.subtracted);
  }
  return { added, subtracted, sign: isAlike ? first.sign : 1, isSum: true };
}

/** Factors that are numbers only change the sign. */
function productOf(factors: readonly Value[]): Value {
  const parts = factors.filter(hasOperands);
  const numbers = factors.filter((factor) => !hasOperands(factor)).map(({ constant }) => constant);
  const constant = numbers.reduce(
    (product, one) => (product === undefined || one === undefined ? undefined : product * one),
    1,
  );
  if (parts.length === 0 || constant === 0) return numberOf(constant);
  const sign = signOf(constant);
  if (parts.length === 1)
    return sign === -1 ? negative(parts[0]) : { ...parts[0], sign: sign * parts[0].sign };
  return {
    added: parts.flatMap(({ added }) => added),
    subtracted: parts.flatMap(({ subtracted }) => subtracted),
    sign: parts.reduce((product, part) => product * part.sign, sign),
    isSum: false,
  };
}
