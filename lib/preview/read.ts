import { isObject, JsonObject } from '../json/value';
import { withoutPlaceholders } from '../terraform/template';

/** Text of a dashboard, which may hold anything. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A number, also one that is written as text, as bounds of axes are. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' ? value.trim() === '' : typeof value !== 'number') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The dashboard with the same sign for each value that only Terraform knows. */
export function readable(dashboard: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(dashboard).map(([name, part]) => [name, readableValue(part)]));
}

function readableValue(value: unknown): unknown {
  if (typeof value === 'string') return withoutPlaceholders(value);
  if (Array.isArray(value)) return value.map(readableValue);
  return isObject(value) ? readable(value) : value;
}
