import { readFileSync, statSync } from 'fs';
import { resolve } from 'path';
import { encodingProblem, withoutMark } from '../../json/encoding';
import { FileError, fileError } from './errors';
import { Terminal } from '../output/terminal';

/** Larger files may need more memory than Node has by default. Dashboards are far smaller. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A text file. */
export interface TextFile {
  /** The path, as the user wrote it. */
  readonly path: string;
  /** The absolute path. */
  readonly absolute: string;
  readonly bytes: Buffer;
  /** The content, without the byte order mark. */
  readonly text: string;
}

/**
 * Reads a file.
 *
 * @throws FileError if it is not a file, can't be read, or is not UTF-8
 */
export function readTextFile(path: string, { cwd }: Terminal): TextFile {
  const absolute = resolve(cwd, path);
  const bytes = bytesOf(path, absolute);
  const problem = encodingProblem(bytes);
  if (problem !== undefined) throw new FileError(path, `${problem}. Save or export it again as UTF-8`);
  return { path, absolute, bytes, text: withoutMark(bytes.toString('utf8')) };
}

function bytesOf(path: string, absolute: string): Buffer {
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) {
      throw new FileError(path, 'is a directory. Name the files in it, as in "dashboards/*.json"');
    }
    if (!stats.isFile() && !stats.isFIFO()) throw new FileError(path, 'is not a file');
    if (stats.size > MOST_BYTES) {
      throw new FileError(path, `has ${stats.size} bytes, and no more than ${MOST_BYTES} are read`);
    }
    return readFileSync(absolute);
  } catch (error) {
    throw fileError(path, 'can not be read', error);
  }
}
