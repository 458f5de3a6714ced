/** A JSON object. Names of Datadog's fields are in snake case, as its API takes them. */
export type JsonObject = Record<string, unknown>;

/** Whether the value is a JSON object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
