/** JSON text that no normalisation of Unicode changes: unless it is in composed form already, it becomes ASCII. */
export function stableJson(text: string): string {
  const composed = /^[\u0000-\u02ff]*$/.test(text) || text === text.normalize('NFC');
  return composed ? text : asciiJson(text);
}

/** JSON text with everything beyond ASCII as `\uXXXX`, which means the same in JSON. */
export function asciiJson(text: string): string {
  return text.replace(/[^\u0000-\u007f]/g, (unit) => `\\u${hex(unit)}`);
}

/** A UTF-16 code unit as four hexadecimal digits. */
export function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0');
}
