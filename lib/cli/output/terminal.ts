/** Something that text is written to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What a command sees of the world, beside files. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The directory that paths are relative to. */
  readonly cwd: string;
}

/** The command has done what it is for, and there is nothing to see to. */
export const FINE = 0;
/** A check has found something, or a file could not be dealt with. */
export const FOUND = 1;
/** The command can't be understood. */
export const USAGE = 2;

/** The text on one line, with nothing in it that a terminal would act on. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (sign) => ESCAPES[sign] ?? escape(sign));
}

/** Control characters, ends of lines, and signs that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}

/** `1 dashboard`, `2 dashboards`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
