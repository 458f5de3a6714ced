/**
 * Escapes text for a string of Terraform's JSON syntax, where `${` and `%{` begin a template.
 *
 * Terraform brings such strings to Unicode's composed form (NFC); {@link stableJson} keeps JSON text out of
 * its way.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json#string-templates
 */
export function escapeTemplate(text: string): string {
  if (!text.includes('${') && !text.includes('%{')) return text;
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

/**
 * Escapes text for `Fn.rawString`, which itself escapes quotes and `${` but neither backslashes, `%{`, line ends
 * nor control characters.
 */
export function escapeForRawString(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/%(?=\{)/g, '%%')
    .replace(/[\u0000-\u001f\u007f]/g, (control) => `\\u${hex(control)}`);
}

/** JSON text that no normalisation of Unicode changes: unless it is in composed form already, it becomes ASCII. */
export function stableJson(text: string): string {
  const composed = /^[\u0000-\u02ff]*$/.test(text) || text === text.normalize('NFC');
  return composed ? text : asciiJson(text);
}

/** JSON text with everything beyond ASCII as `\uXXXX`, which means the same in JSON. */
export function asciiJson(text: string): string {
  return text.replace(/[^\u0000-\u007f]/g, (unit) => `\\u${hex(unit)}`);
}

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0');
}
