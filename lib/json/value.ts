/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** Whether the value is a JSON object. A list is not one. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list. Of a value that is not a list there are none. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.every(isObject) ? value : value.filter(isObject);
}
