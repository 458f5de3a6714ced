import { BadInput } from '../bad-input';
import { jsonProblem } from './problem';

/**
 * Reads JSON text, with or without a byte order mark.
 *
 * @param what what to call the text in errors
 * @throws BadInput naming line and column where it is none
 */
export function parseJson(what: string, text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    const problem = jsonProblem(json);
    if (!problem) throw error;
    throw new BadInput(
      '',
      json.slice(problem.offset, problem.offset + 40),
      `is where it stops being JSON: ${problem.reason}`,
      'Export it again, or mend it there',
      error,
    ).inFile(what, problem.place);
  }
}
