/** JSON text that does not change in Unicode's composed form (NFC). If it would, it is written in ASCII. */
export function stableJson(text: string): string {
  const isAscii = Buffer.byteLength(text) === text.length;
  return isAscii || text === text.normalize('NFC') ? text : asciiJson(text);
}

/** The same JSON in ASCII: all other characters are written as `\uXXXX`. */
export function asciiJson(text: string): string {
  return text.replace(/[^\u0000-\u007f]/g, escaped);
}

/** A UTF-16 code unit as an escape of JSON, `\uXXXX`. */
export function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
