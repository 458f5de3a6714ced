import { JsonObject } from '../json/value';
import { knownObjects } from '../terraform/known-list';

/** A name in snake case, as in Datadog's API: `liveSpan` is `live_span`. */
export function snakeCaseName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Options as Datadog's JSON: those that are given, in the order of their names. */
export function snakeCase<T extends object>(options: T): JsonObject {
  const names = Object.keys(options) as (keyof T & string)[];
  return Object.fromEntries(
    names
      .sort()
      .filter((name) => options[name] !== undefined)
      .map((name) => [snakeCaseName(name), options[name]]),
  );
}

/** A list of options as Datadog's JSON. Undefined where there is none. */
export function snakeCaseEach<T extends object>(
  what: string,
  list: readonly T[] | undefined,
): JsonObject[] | undefined {
  return list && knownObjects(what, list).map(snakeCase);
}
