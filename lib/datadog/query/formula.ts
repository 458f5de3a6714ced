import { Origin } from './filter';
import { FormulaReader, Operand, Value } from './formula-reader';

/** What a formula draws. */
export interface Formula {
  /** All names in it that may be queries. */
  readonly names: ReadonlySet<string>;
  /** The queries whose values it shows, once for each time that it names them. */
  readonly added: readonly Operand[];
  /** The queries that it subtracts from those. The formula shows what is left. */
  readonly subtracted: readonly Operand[];
  /** Whether it shows its queries whole: it subtracts nothing, and leaves all of their lines and groups. */
  readonly isPlain: boolean;
  /** The number of lines that are certainly left, if a function in it leaves some out. */
  readonly lines?: number;
}

/**
 * Reads a formula over queries: arithmetic and functions, such as `100 * query1 / default_zero(query2)`,
 * `timeshift(query1, -3600)` or `top(query1, 5, 'mean', 'desc')`.
 *
 * A subtraction may be written in any form: `a - b`, `a + -1 * b`, `-(b - a)`. The sign of the whole does not
 * matter: `-a` and `100 - a` show `a`.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/
 *
 * @throws QueryError if the syntax is wrong
 */
export function parseFormula(text: string): Formula {
  const reader = new FormulaReader(text);
  return formulaOf(reader.readWhole(), reader);
}

/**
 * Reads formulas that are separated by commas.
 *
 * @param origin the text that they were made of
 * @throws QueryError if the syntax is wrong
 */
export function parseFormulas(text: string, origin?: Origin): Formula[] {
  const reader = new FormulaReader(text, origin);
  return reader.readList().map((value) => formulaOf(value, reader));
}

function formulaOf({ added, subtracted }: Value, { names, lines }: FormulaReader): Formula {
  const isWhole = subtracted.length === 0 && lines === undefined && added.every(({ kept }) => !kept);
  // A long list of operands is looked up by name.
  return {
    names,
    added,
    subtracted,
    isPlain: isWhole && added.length < 10,
    lines,
  };
}
