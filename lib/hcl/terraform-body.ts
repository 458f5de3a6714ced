import { JsonObject } from '../json/value';
import { escapeTemplate } from '../terraform/escape';
import { Body } from './syntax';
import { Values } from './values';

/**
 * The arguments and blocks as Terraform's JSON. An expression is no expression there, but the text `${…}`, so that
 * readers of blocks give it on as it is.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function bodyOf({ attributes, blocks }: Body, values: Values): JsonObject {
  const json: JsonObject = {};
  for (const { name, value } of attributes) {
    const written = values.jsonOf(value);
    if (written !== null) json[name] = escapedIn(written);
  }
  for (const { type, body } of blocks) {
    if (type === 'dynamic') continue;
    // A treemap has the links of the other kinds under another name.
    const name = type === 'custom_links' ? 'custom_link' : type;
    const others = (json[name] ?? []) as JsonObject[];
    json[name] = [...others, bodyOf(body, values)];
  }
  return json;
}

function escapedIn(value: unknown): unknown {
  if (typeof value === 'string') return escapeTemplate(value);
  if (Array.isArray(value)) return value.map(escapedIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, escapedIn(item)]));
}
