import { BadInput } from '../bad-input';
import { Lines, Place } from './place';
import { nextBracket, opens } from './scan';

/** The largest number of levels that recursive functions are given. What people write has about 15. */
export const DEEPEST_JSON = 500;

/** Text that is not JSON, or JSON that is nested too deep. */
export class NotJson extends BadInput {
  public readonly place: Place;

  /**
   * @param offset where in the text
   * @param rule why, as the rest of a sentence that begins with the text at the offset
   * @param problem why, as the rest of a sentence that begins with the place
   */
  public constructor(
    text: string,
    offset: number,
    rule: string,
    public readonly problem = rule,
  ) {
    super('', text.slice(offset, offset + 40), rule, 'Export it again, or fix it at that place');
    this.place = new Lines(text).placeOf(offset);
  }

  public override inFile(path: string): BadInput {
    return super.inFile(path, this.place);
  }
}

/** The problem of JSON that is nested too deep for recursive functions. This function is not recursive. */
export function nestingProblem(text: string): NotJson | undefined {
  let depth = 0;
  for (let position = nextBracket(text, 0); position >= 0; position = nextBracket(text, position + 1)) {
    depth += opens(text[position]) ? 1 : -1;
    if (depth > DEEPEST_JSON) {
      return new NotJson(text, position, `is nested more than ${DEEPEST_JSON} levels deep`);
    }
  }
  return undefined;
}

/** The problem of text that is not JSON. The parser that finds it is loaded only here. */
export function syntaxProblem(text: string): NotJson | undefined {
  const { firstMistake } = require('./mistake') as typeof import('./mistake');
  const mistake = firstMistake(text);
  if (!mistake) return undefined;
  const { offset, reason } = mistake;
  return new NotJson(text, offset, `is where it stops being JSON: ${reason}`, `is not JSON: ${reason}`);
}
