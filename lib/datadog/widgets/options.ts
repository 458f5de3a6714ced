import { oneOf } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { knownList } from '../../terraform/known-list';
import { hasToken } from '../../terraform/tokens';

/**
 * Checks an option that is one of Datadog's words. A token is not checked.
 *
 * @throws BadInput naming the words that are allowed
 */
export function checkWord(what: string, word: string | undefined, allowed: readonly string[]): void {
  if (word !== undefined && !hasToken(String(word))) oneOf(what, word, allowed);
}

/** Options as Datadog's JSON: those that are given, with names in snake case, in their order. */
export function snakeCase<T extends object>(options: T): JsonObject {
  const names = Object.keys(options) as (keyof T & string)[];
  return Object.fromEntries(
    names
      .sort()
      .filter((name) => options[name] !== undefined)
      .map((name) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), options[name]]),
  );
}

/** A list of options as Datadog's JSON. Undefined where there is none. */
export function snakeCaseEach<T extends object>(
  what: string,
  list: readonly T[] | undefined,
): JsonObject[] | undefined {
  return list && knownList(what, list).map(snakeCase);
}
