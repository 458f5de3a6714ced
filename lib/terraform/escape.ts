import { escaped } from '../json/ascii';

/**
 * Escapes text for a string of Terraform's JSON syntax, where `${` and `%{` begin a template.
 *
 * Terraform also changes such strings to Unicode's composed form (NFC); use {@link stableJson} for JSON text.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json#string-templates
 */
export function escapeTemplate(text: string): string {
  if (!text.includes('${') && !text.includes('%{')) return text;
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

/**
 * Escapes text for `Fn.rawString`. That function escapes quotes and `${`, but not backslashes, `%{`, line
 * ends and control characters.
 */
export function escapeForRawString(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/%(?=\{)/g, '%%')
    .replace(/[\u0000-\u001f\u007f]/g, escaped);
}
