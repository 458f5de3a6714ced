import { printParseErrorCode, visit } from 'jsonc-parser';

/** The place where text stops being JSON, and the reason. */
export interface Mistake {
  readonly offset: number;
  readonly reason: string;
}

const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is neither text in double quotes, nor a number, nor true, false or null',
  InvalidNumberFormat: 'a number is not written as in JSON',
  PropertyNameExpected: 'the name of a property, in double quotes, is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing after the name of a property',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the JSON is complete before this',
  InvalidCommentToken: 'a comment begins here, and JSON has no comments. Remove it',
  UnexpectedEndOfComment: 'a comment begins here, and JSON has no comments. Remove it',
  UnexpectedEndOfString: 'a text is not closed by a double quote on its line',
  UnexpectedEndOfNumber: 'a number is not complete',
  InvalidUnicode: 'a text has \\u without four hexadecimal digits after it',
  InvalidEscapeCharacter: 'a text has a backslash that does not begin an escape. Double it',
  InvalidCharacter: 'a text has a control character in it. Write it as an escape, such as \\n or \\t',
};

/** Ends the visit at the first mistake. A large file that is not JSON would have millions of them. */
class Found extends Error {
  public constructor(public readonly mistake: Mistake) {
    super();
  }
}

/** The first mistake in a text. JavaScript's own errors do not always say where it is. */
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
  return { offset: comma, reason: 'there is a comma after the last entry. Remove it' };
}

function lastSign(text: string, before: number): number {
  let offset = before - 1;
  while (offset >= 0 && /\s/.test(text[offset])) offset--;
  return offset;
}
