import { Node, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { FileError, Place } from './errors';

/** Dashboards nest about 15 levels deep. */
const DEEPEST = 500;

/** JSON text with its value, and where everything in it stands. */
export class JsonText {
  private tree: Node | undefined;
  private lineStarts: number[] | undefined;

  /**
   * Reads strict JSON.
   *
   * @param path what to call the text in errors
   * @throws FileError with line and column, where it is none or is nested too deep
   */
  public static read(path: string, text: string): JsonText {
    const json = new JsonText(path, text);
    const tooDeep = firstNestedDeeper(text, DEEPEST);
    if (tooDeep !== undefined) {
      throw json.error(tooDeep, `is nested more than ${DEEPEST} levels deep, as no dashboard is`);
    }
    try {
      json.parsed = JSON.parse(text);
    } catch (error) {
      const { offset, problem } = firstProblem(text) ?? { offset: 0, problem: (error as Error).message };
      throw json.error(offset, problem);
    }
    return json;
  }

  private parsed: unknown;

  private constructor(
    private readonly path: string,
    public readonly text: string,
  ) {}

  public get value(): unknown {
    return this.parsed;
  }

  /** The syntax tree, made when it is first asked for. */
  public get root(): Node {
    this.tree ??= parseTree(this.text)!;
    return this.tree;
  }

  public placeOf(offset: number): Place {
    this.lineStarts ??= lineStartsOf(this.text);
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.lineStarts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.lineStarts[low] + 1 };
  }

  private error(offset: number, problem: string): FileError {
    return new FileError(this.path, problem, this.placeOf(offset));
  }
}

/** The node of a property or an item. Of properties with the same name the last counts, as it does for the value. */
export function childOf(node: Node, key: string | number): Node | undefined {
  if (typeof key === 'number') return node.type === 'array' ? node.children![key] : undefined;
  if (node.type !== 'object') return undefined;
  for (let index = node.children!.length - 1; index >= 0; index--) {
    const [name, value] = node.children![index].children!;
    if (name.value === key) return value;
  }
  return undefined;
}

/** Parsers recurse: this does not. Also a line's end ends a string, as it is an error in one. */
function firstNestedDeeper(text: string, most: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text[offset];
    if (inString) {
      if (sign === '\\') offset++;
      else if (sign === '"' || sign === '\n' || sign === '\r') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      if (++depth > most) return offset;
    } else if (sign === '}' || sign === ']') depth--;
  }
  return undefined;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is neither text in double quotes, nor a number, nor true, false or null',
  InvalidNumberFormat: 'a number is not written as JSON has it',
  PropertyNameExpected: 'the name of a property, in double quotes, is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing behind the name of a property',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the JSON is complete before this',
  InvalidCommentToken: 'a comment stands here, which JSON does not have. Take it out',
  UnexpectedEndOfComment: 'a comment stands here, which JSON does not have. Take it out',
  UnexpectedEndOfString: 'a text is not closed by a double quote on its line',
  UnexpectedEndOfNumber: 'a number is not complete',
  InvalidUnicode: 'a text holds \\u without four hexadecimal digits behind it',
  InvalidEscapeCharacter: 'a text holds a backslash that begins no escape. Double it',
  InvalidCharacter: 'a text holds a control character. Write it as an escape, such as \\n or \\t',
};

interface Problem {
  readonly offset: number;
  readonly problem: string;
}

/** Stops at the first: a large file that is no JSON at all would have millions. */
class Found extends Error {
  public constructor(public readonly found: Problem) {
    super();
  }
}

function firstProblem(text: string): Problem | undefined {
  if (text.trim() === '') return { offset: 0, problem: 'is no JSON: it is empty' };
  try {
    visit(
      text,
      {
        onError: (code, offset) => {
          throw new Found(described(text, printParseErrorCode(code), offset));
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (error instanceof Found) return error.found;
    throw error;
  }
  return undefined;
}

function described(text: string, code: string, offset: number): Problem {
  const problem = `is no JSON: ${PROBLEMS[code] ?? code}`;
  if (code !== 'PropertyNameExpected' && code !== 'ValueExpected') return { offset, problem };
  const comma = lastSign(text, offset);
  if (text[comma] !== ',' || !/[\]}]/.test(text[offset] ?? '')) return { offset, problem };
  return {
    offset: comma,
    problem: 'is no JSON: a comma stands behind the last entry. Take it out',
  };
}

function lastSign(text: string, before: number): number {
  let offset = before - 1;
  while (offset >= 0 && /\s/.test(text[offset])) offset--;
  return offset;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text[offset];
    if (sign === '\n' || (sign === '\r' && text[offset + 1] !== '\n')) starts.push(offset + 1);
  }
  return starts;
}
