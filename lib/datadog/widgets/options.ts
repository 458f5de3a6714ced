import { oneOf } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { hasToken } from '../../terraform/tokens';

/**
 * Checks an option that is one of Datadog's words. A token is not checked.
 *
 * @throws BadInput naming the words that are allowed
 */
export function checkWord(what: string, word: string | undefined, allowed: readonly string[]): void {
  if (word !== undefined && !hasToken(String(word))) oneOf(what, word, allowed);
}

/** The given options in Datadog's JSON, with names in snake case. */
export function snakeCase(options: object): JsonObject {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
