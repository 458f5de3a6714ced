import { QueryError } from './filter';

/** The names in a formula. */
export interface Formula {
  /** The queries that it may name: all names in it but those of functions and of their named arguments. */
  readonly names: ReadonlySet<string>;
  /** The tags that it keeps its lines apart by, where a function in it aggregates them further. */
  readonly kept?: readonly string[];
}

const TOKEN =
  /\s*(?:(?<name>[A-Za-z_]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\w*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?<group>\{[^{}]*\})|(?<sign>[^"'`{}\s]))\s*/suy;

/**
 * Reads a formula over queries: arithmetic and functions, such as `100 * query1 / default_zero(query2)`,
 * `timeshift(query1, -3600)` or `top(query1, 5, 'mean', 'desc')`.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/
 *
 * @throws QueryError where the syntax is wrong
 */
export function parseFormula(text: string): Formula {
  const names = new Set<string>();
  let kept: string[] | undefined;
  let before = '';
  TOKEN.lastIndex = 0;
  for (let position = 0; position < text.length; position = TOKEN.lastIndex) {
    TOKEN.lastIndex = position;
    const found = TOKEN.exec(text);
    if (!found) throw new QueryError('A quotation or a brace is not closed', text, position);
    const { name, group, sign } = found.groups!;
    const next = text[TOKEN.lastIndex];
    if (name !== undefined && before !== '.' && next !== '(' && !isArgument(text, TOKEN.lastIndex))
      names.add(name);
    if (group !== undefined) {
      const tags = group
        .slice(1, -1)
        .split(',')
        .map((tag) => tag.trim());
      kept = kept?.filter((tag) => tags.includes(tag)) ?? tags;
    }
    before = sign ?? '';
  }
  return kept === undefined ? { names } : { names, kept };
}

/** Whether what stands before the position names an argument: `interval=60`, but not `query1 == 5`. */
function isArgument(text: string, position: number): boolean {
  return text[position] === '=' && text[position + 1] !== '=';
}
