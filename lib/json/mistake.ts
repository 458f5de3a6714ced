import { printParseErrorCode, visit } from 'jsonc-parser';

/** Where text stops being JSON, and why. */
export interface Mistake {
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

/** Ends the visit at the first mistake: a large file that is no JSON would have millions of them. */
class Found extends Error {
  public constructor(public readonly mistake: Mistake) {
    super();
  }
}

/** JavaScript's own errors do not always tell where. */
export function firstMistake(text: string): Mistake | undefined {
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
