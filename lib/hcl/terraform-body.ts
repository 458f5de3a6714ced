import { JsonObject } from '../json/value';
import { Body } from './syntax';
import { Values } from './values';

/** The arguments and blocks by their names, each block in a list. Loops are left out. */
export function bodyOf({ attributes, blocks }: Body, values: Values): JsonObject {
  const json: JsonObject = {};
  for (const { name, value } of attributes) {
    const written = values.jsonOf(value);
    if (written !== null) json[name] = written;
  }
  for (const { type, body } of blocks) {
    if (type === 'dynamic') continue;
    const others = (json[type] ?? []) as JsonObject[];
    json[type] = [...others, bodyOf(body, values)];
  }
  return json;
}
