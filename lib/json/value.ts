/** A JSON object. The names of Datadog's fields are in snake case, as in its API. */
export type JsonObject = Record<string, unknown>;

/** Whether the value is a JSON object. A list is not one. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
