import { oneOf } from '../../bad-input';
import { hasToken } from '../../terraform/tokens';

/**
 * Checks an option that is one of Datadog's words. A token is not checked.
 *
 * @throws BadInput naming the words that are allowed
 */
export function checkWord(what: string, word: string | undefined, allowed: readonly string[]): void {
  if (word !== undefined && !hasToken(String(word))) oneOf(what, word, allowed);
}
