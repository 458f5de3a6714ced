import { QueryError } from './filter';
import { tagsIn } from './grouping';
import { rankedLines } from './ranking';

/** What a formula uses. */
export interface Formula {
  /** The names that may be queries: all except those of functions and of their named arguments. */
  readonly names: ReadonlySet<string>;
  /** The names before a minus sign with other names after it. */
  readonly minuends: ReadonlySet<string>;
  /** The tags that are left as groups, if a function in it aggregates the lines. */
  readonly kept?: readonly string[];
  /** The number of lines that are left, if a function in it keeps only the first of them. */
  readonly lines?: number;
}

const NAME = /(?<name>[A-Za-z_]\w*)/;
const NUMBER = /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\w*)/;
const TEXT = /(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/;
const GROUP = /(?<group>\{[^{}]*\})/;
const SIGN = /(?<sign>[^"'`{}\s])/;
const PARTS = [NAME, NUMBER, TEXT, GROUP, SIGN].map(({ source }) => source);
const TOKEN = new RegExp(String.raw`\s*(?:${PARTS.join('|')})\s*`, 'suy');

/**
 * Reads a formula over queries: arithmetic and functions, such as `100 * query1 / default_zero(query2)`,
 * `timeshift(query1, -3600)` or `top(query1, 5, 'mean', 'desc')`.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/
 *
 * @throws QueryError if the syntax is wrong
 */
export function parseFormula(text: string): Formula {
  const names = new Set<string>();
  let minuends = new Set<string>();
  let beforeMinus = new Set<string>();
  let kept: string[] | undefined = countsLines(text) ? [] : undefined;
  let before = '';
  TOKEN.lastIndex = 0;
  for (let position = 0; position < text.length; position = TOKEN.lastIndex) {
    TOKEN.lastIndex = position;
    const found = TOKEN.exec(text);
    if (!found) throw new QueryError('A quotation or a brace is not closed', text, position);
    const { name, group, sign } = found.groups!;
    const next = text[TOKEN.lastIndex];
    if (name !== undefined && before !== '.' && next !== '(' && !isArgument(text, TOKEN.lastIndex)) {
      names.add(name);
      minuends = beforeMinus;
    }
    if (sign === '-' && /^\)?$/.test(before)) beforeMinus = new Set(names);
    if (group !== undefined) {
      const tags = tagsIn(group.slice(1, -1));
      kept = kept?.filter((tag) => tags.includes(tag)) ?? tags;
    }
    before = sign ?? '';
  }
  return { names, minuends, kept, lines: rankedLines(text) };
}

/**
 * Whether a function in the text counts lines: the result is one line for all of them.
 *
 * Source: https://docs.datadoghq.com/dashboards/functions/count/
 */
export function countsLines(text: string): boolean {
  return /\bcount_(not_null|nonzero(_finite)?)\s*\(/.test(text);
}

/** Whether the name before the position is that of an argument: `interval=60`, but not `query1 == 5`. */
function isArgument(text: string, position: number): boolean {
  return text[position] === '=' && text[position + 1] !== '=';
}
