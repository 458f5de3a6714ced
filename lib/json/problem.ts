import { printParseErrorCode, visit } from 'jsonc-parser';
import { BadInput } from '../bad-input';
import { Lines, Place } from './place';
import { nextBracket, opens } from './scan';

/** How deep JSON may be nested. Dashboards have about 15 levels. */
export const DEEPEST_JSON = 500;

/** Text that is no JSON, or JSON that is nested too deep. */
export class NotJson extends BadInput {
  public readonly place: Place;

  /**
   * @param offset where in the text
   * @param rule why, as the rest of a sentence that begins with what stands there
   * @param problem why, as the rest of a sentence that begins with the place
   */
  public constructor(
    text: string,
    offset: number,
    rule: string,
    public readonly problem = rule,
  ) {
    super('', text.slice(offset, offset + 40), rule, 'Export it again, or mend it there');
    this.place = new Lines(text).placeOf(offset);
  }

  public override inFile(path: string): BadInput {
    return super.inFile(path, this.place);
  }
}

interface Mistake {
  readonly offset: number;
  readonly reason: string;
}

const REASONS: Readonly<Record<string, string>> = {
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

/** JSON that is nested too deep for functions that call themselves for each level; this does not. */
export function nestingProblem(text: string): NotJson | undefined {
  let depth = 0;
  for (let position = nextBracket(text, 0); position >= 0; position = nextBracket(text, position + 1)) {
    depth += opens(text[position]) ? 1 : -1;
    if (depth > DEEPEST_JSON) {
      return new NotJson(
        text,
        position,
        `is nested more than ${DEEPEST_JSON} levels deep, as no dashboard is`,
      );
    }
  }
  return undefined;
}

/** Where text that is nested no deeper stops being JSON: JavaScript's own errors do not always tell where. */
export function syntaxProblem(text: string): NotJson | undefined {
  const mistake = firstMistake(text);
  if (!mistake) return undefined;
  const { offset, reason } = mistake;
  return new NotJson(text, offset, `is where it stops being JSON: ${reason}`, `is no JSON: ${reason}`);
}

/** Stops at the first: a large file that is no JSON at all would have millions. */
class Found extends Error {
  public constructor(public readonly mistake: Mistake) {
    super();
  }
}

function firstMistake(text: string): Mistake | undefined {
  if (text.trim() === '') return { offset: 0, reason: 'it is empty' };
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
    if (error instanceof Found) return error.mistake;
    throw error;
  }
  return undefined;
}

function described(text: string, code: string, offset: number): Mistake {
  const mistake = { offset, reason: REASONS[code] ?? code };
  if (code !== 'PropertyNameExpected' && code !== 'ValueExpected') return mistake;
  const comma = lastSign(text, offset);
  if (text[comma] !== ',' || !/[\]}]/.test(text[offset] ?? '')) return mistake;
  return { offset: comma, reason: 'a comma stands behind the last entry. Take it out' };
}

function lastSign(text: string, before: number): number {
  let offset = before - 1;
  while (offset >= 0 && /\s/.test(text[offset])) offset--;
  return offset;
}
