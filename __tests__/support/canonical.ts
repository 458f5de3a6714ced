/** The same JSON value, with the properties of its objects in the order of their names. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const properties = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(properties.map(([name, part]) => [name, canonical(part)]));
}
