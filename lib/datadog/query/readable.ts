import { BadInput } from '../../bad-input';
import { QueryError } from './filter';

/**
 * Reads text that users write in one of Datadog's languages.
 *
 * @param rule what is wrong if it can't be read, as the rest of a sentence that begins with the text
 * @throws BadInput if it can't be read
 */
export function readable<T>(what: string, text: string, rule: string, fix: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new BadInput(what, text, `${rule}: ${error.message}`, fix, error);
  }
}
