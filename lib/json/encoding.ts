import { isUtf8 } from 'buffer';

/** Why bytes are not UTF-8 text, as the rest of a sentence; undefined if they are. */
export function encodingProblem(bytes: Buffer): string | undefined {
  if (isUtf8(bytes)) return undefined;
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const found = mark === 0xfffe || mark === 0xfeff ? 'is UTF-16' : 'is not UTF-8 text';
  return `${found}, and JSON files are UTF-8`;
}

/** Text without the byte order mark that some editors put before it. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
