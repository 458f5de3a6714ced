import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { knownObjects } from '../../terraform/known-list';
import { hasToken } from '../../terraform/tokens';
import { parseFormula } from '../query/formula';
import { readable } from '../query/readable';

/**
 * A formula of a widget.
 *
 * @internal
 */
export interface WidgetFormula {
  /** The formula over the names of queries, for example `query1 / query2 * 100`. */
  readonly formula: string;
  /**
   * The name in the legend.
   * @default - the formula itself
   */
  readonly alias?: string;
}

/** Most widgets have only this formula, so they share one object. */
const ONLY_QUERY: readonly JsonObject[] = [{ formula: 'query1' }];

/**
 * The formulas in Datadog's JSON. By default there is one for each query.
 *
 * @param queries in Datadog's JSON, with their names
 * @throws BadInput if the list is empty, or a formula can't be read or names an unknown query
 */
export function formulasOf(
  formulas: readonly WidgetFormula[] | undefined,
  queries: readonly JsonObject[],
): readonly JsonObject[] {
  if (!formulas) {
    const isOnly = queries.length === 1 && queries[0].name === 'query1';
    return isOnly ? ONLY_QUERY : queries.map(({ name }) => ({ formula: name }));
  }
  if (knownObjects('formulas', formulas).length === 0) {
    throw new BadInput(
      'formulas',
      formulas,
      'is an empty list, so nothing would be drawn',
      'Give at least one, or leave the option out',
    );
  }
  const names = queries.map(({ name }) => String(name));
  return formulas.map(({ formula, alias }, index) => {
    checkFormula(`formulas[${index}].formula`, formula, names);
    return alias === undefined ? { formula } : { formula, alias };
  });
}

function checkFormula(what: string, formula: string, queries: readonly string[]): void {
  if (typeof formula !== 'string' || formula.trim() === '') {
    throw new BadInput(what, formula, 'is empty', 'Write an expression such as "query1"');
  }
  if (hasToken(formula)) return;
  const read = (): ReadonlySet<string> => parseFormula(formula).names;
  const names = [...readable(what, formula, "can't be read", 'Close each quotation and brace', read)];
  const unknown = names.find((name) => !queries.includes(name));
  if (unknown !== undefined || names.length === 0) {
    throw new BadInput(
      what,
      formula,
      unknown === undefined ? 'names no query' : `names "${unknown}", which is not a query of the widget`,
      `Use the names of its queries: ${queries.join(', ')}`,
    );
  }
}
