/** A place to write text to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What a command uses besides files. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of the standard input. */
  readonly stdin: () => Buffer;
  /** All of each pipe that is read already, by its absolute path. */
  readonly pipes?: ReadonlyMap<string, () => Buffer>;
  /** The directory that relative paths start from. */
  readonly cwd: string;
}

/** The command did its work, and found no problem. */
export const FINE = 0;
/** A check found a problem, or a file could not be read or written. */
export const FOUND = 1;
/** The arguments are wrong. */
export const USAGE = 2;

/** The text on one line, without control characters. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (sign) => ESCAPES[sign] ?? escape(sign));
}

/** Control characters, ends of lines, and characters that change the direction of text. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escape(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}

/** `1 dashboard`, `2 dashboards`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
