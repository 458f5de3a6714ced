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
const ARCHIVE = Buffer.from('PK\u0003\u0004');

/** A text file. */
export interface TextFile {
  /** The path, as the user wrote it. */
  readonly path: string;
  /** The absolute path. */
  readonly absolute: string;
  /** The absolute path with symbolic links followed, where that is known. */
  readonly real?: string;
  readonly bytes: Buffer;
  /** The content, without the byte order mark. */
  readonly text: string;
}

/**
 * Reads a file.
 *
 * @throws FileError if it is not a file, can't be read, or is not UTF-8
 */
export function readTextFile(path: string, { cwd, pipes }: Terminal): TextFile {
  const absolute = resolve(cwd, path);
  return textFile(path, absolute, bytesOf(path, absolute, pipes));
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

/** @throws FileError if the bytes are not UTF-8 */
export function textFile(path: string, absolute: string, bytes: Buffer): TextFile {
  if (bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE)) {
    throw new FileError(
      path,
      'is an archive, as a plan that Terraform has saved is. Name what Terraform prints of it: ' +
        `terraform show -json ${path} > plan.json`,
    );
  }
  const problem = encodingProblem(bytes);
  if (problem !== undefined) throw new FileError(path, `${problem}. Save or export it again as UTF-8`);
  return { path, absolute, bytes, text: withoutMark(bytes.toString('utf8')) };
}

function bytesOf(path: string, absolute: string, pipes: Terminal['pipes']): Buffer {
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
    return readFileSync(absolute);
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
