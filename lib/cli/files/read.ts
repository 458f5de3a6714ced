import { closeSync, openSync, readFileSync, readSync, statSync } from 'fs';
import { resolve } from 'path';
import { encodingProblem, withoutMark } from '../../json/encoding';
import { beginsAsShown } from '../../terraform/shown';
import { FileError, fileError } from './errors';
import { bytesOfPipe } from './pipe';
import { Terminal } from '../output/terminal';

/** Larger files may need more memory than Node has by default. Dashboards are far smaller. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A plan has each of its resources several times. No text of Node is much longer. */
const MOST_OF_PLAN = 500 * 1024 * 1024;

/** What stands for the standard input, where paths are given. */
export const STANDARD_INPUT = '-';

/** How a plan file begins, which is an archive. */
const ARCHIVE = 'PK\u0003\u0004';

/** What a decoder writes for bytes that are not UTF-8. */
const REPLACEMENT = '\uFFFD';

/** A text file. */
export interface TextFile {
  /** The path, as the user wrote it. */
  readonly path: string;
  /** The absolute path. */
  readonly absolute: string;
  /** The absolute path with symbolic links followed, where that is known. */
  readonly real?: string;
  /** The content, of which the bytes are the UTF-8. */
  readonly whole: string;
  /** The content without the byte order mark. */
  readonly text: string;
}

/**
 * Reads a file.
 *
 * @throws FileError if it is not a file, can't be read, or is not UTF-8
 */
export function readTextFile(path: string, { cwd, pipes }: Terminal): TextFile {
  const absolute = resolve(cwd, path);
  return textFile(path, absolute, contentOf(path, absolute, pipes));
}

/**
 * Reads the standard input.
 *
 * @throws FileError if it can't be read, or is not UTF-8
 */
export function readStandardInput({ cwd, stdin }: Terminal): TextFile {
  try {
    return textFile(STANDARD_INPUT, resolve(cwd, STANDARD_INPUT), stdin());
  } catch (error) {
    throw fileError(STANDARD_INPUT, 'can not be read', error);
  }
}

/** @throws FileError if bytes are not UTF-8 */
export function textFile(path: string, absolute: string, content: string | Buffer): TextFile {
  const whole = content.toString();
  if (whole.startsWith(ARCHIVE)) {
    throw new FileError(
      path,
      'is an archive, as a plan that Terraform has saved is. Name what Terraform prints of it: ' +
        `terraform show -json ${path} > plan.json`,
    );
  }
  const problem = typeof content === 'string' ? undefined : encodingProblem(content);
  if (problem !== undefined) throw new FileError(path, `${problem}. Save or export it again as UTF-8`);
  return { path, absolute, whole, text: withoutMark(whole) };
}

/** The byte order mark of a file; empty if it has none. */
export function markOf({ whole, text }: TextFile): string {
  return whole.slice(0, whole.length - text.length);
}

/** The content of a file, as bytes where it may not be UTF-8. */
function contentOf(path: string, absolute: string, pipes: Terminal['pipes']): string | Buffer {
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) {
      throw new FileError(path, 'is a directory. Name the files in it, as in "dashboards/*.json"');
    }
    if (stats.isFIFO()) return pipes?.get(absolute)?.() ?? bytesOfPipe(absolute);
    if (!stats.isFile()) throw new FileError(path, 'is not a file, but a device or a socket');
    const most = stats.size > MOST_BYTES && isPlan(absolute) ? MOST_OF_PLAN : MOST_BYTES;
    if (stats.size > most) {
      throw new FileError(path, `has ${stats.size} bytes, and no more than ${most} are read`);
    }
    const text = readFileSync(absolute, 'utf8');
    return text.includes(REPLACEMENT) ? readFileSync(absolute) : text;
  } catch (error) {
    throw fileError(path, 'can not be read', error);
  }
}

/** Whether a file begins as what `terraform show -json` prints. */
function isPlan(absolute: string): boolean {
  const file = openSync(absolute, 'r');
  try {
    const start = Buffer.alloc(100);
    readSync(file, start);
    return beginsAsShown(start.toString('latin1'));
  } finally {
    closeSync(file);
  }
}
