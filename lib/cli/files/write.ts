import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  Stats,
  statSync,
  writeFileSync,
} from 'fs';
import { dirname, join } from 'path';
import { Interrupted, Steps, takenBack } from '../steps';
import { fileError } from './errors';
import { realPath } from './paths';

/** The new content of a file. */
export interface FileToWrite {
  /** The name in errors. */
  readonly path: string;
  readonly absolute: string;
  readonly content: string | Buffer;
}

/**
 * Writes a file completely or not at all: first a temporary file beside it, which then replaces it. Symbolic
 * links are followed. An existing file keeps its mode.
 *
 * @throws FileError if that is not possible
 */
export function* writeFile({ path, absolute, content }: FileToWrite): Steps<void> {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats && isStream(stats)) writeFileSync(absolute, content);
    else yield* takenBack(replaced(absolute, content));
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    throw fileError(path, 'can not be written', error);
  }
}

function* replaced(absolute: string, content: string | Buffer): Steps<void> {
  const { target, existing } = targetOf(absolute);
  const name = `.rookout-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  const temporary = join(dirname(target), name);
  newFile(temporary, content, existing);
  try {
    yield;
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * The file behind links, and what it is now.
 *
 * @throws where nothing may be written there
 */
export function targetOf(absolute: string): { readonly target: string; readonly existing?: Stats } {
  const target = realPath(absolute);
  const existing = statSync(target, { throwIfNoEntry: false });
  if (existing === undefined) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) throw new Error(danglingLink(target));
    return { target };
  }
  if (isStream(existing)) {
    throw new Error('it is not a regular file but a pipe or a device, so nothing can take its place');
  }
  accessSync(target, constants.W_OK);
  return { target, existing };
}

function danglingLink(target: string): string {
  return `it is a link to ${readlinkSync(target)}, where nothing is. Make that file, or remove the link`;
}

/** Whether it is a pipe or a device. */
function isStream(stats: Stats): boolean {
  return !stats.isDirectory() && !stats.isFile();
}

/** Writes a file that is not there yet, with the mode of another one; if it can't be written, there is none. */
export function newFile(path: string, content: string | Buffer, like: Stats | undefined): void {
  const file = openSync(path, 'wx', 0o666);
  try {
    try {
      writeFileSync(file, content);
      if (like) keepOwnership(file, like);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Copies a file with its mode. */
export function copyWhole(from: string, to: string): void {
  newFile(to, readFileSync(from), statSync(from));
}

function keepOwnership(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only root may change the owner. The file then belongs to the user who runs the command.
  }
  fchmodSync(file, mode & 0o7777);
}
