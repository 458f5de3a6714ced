import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  Stats,
  statSync,
  writeFileSync,
} from 'fs';
import { dirname, join } from 'path';
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
export function writeFile(file: FileToWrite): void {
  stage(file).commit();
}

/**
 * Writes all of the files or none. If one fails, new files are removed, and the others get their old content
 * back.
 *
 * @throws FileError if that is not possible
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  const staged: Staged[] = [];
  const written: Staged[] = [];
  const discard = () => staged.forEach((file) => file.discard());
  try {
    for (const file of files) staged.push(stage(file, true));
    for (const file of staged) {
      file.commit();
      written.push(file);
    }
  } catch (error) {
    for (const file of written) file.undo();
    discard();
    throw error;
  }
  discard();
}

/** Makes a directory, and its missing parents. */
export function makeDirectory(path: string, absolute: string): void {
  try {
    ensureDirectory(absolute);
  } catch (error) {
    throw fileError(path, 'can not be created as a directory', error);
  }
}

/** Node's option `recursive` never returns if the file system refuses, as `/proc` does. */
function ensureDirectory(absolute: string): void {
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(absolute);
  if (above !== absolute) ensureDirectory(above);
  mkdirSync(absolute);
}

/** New content in a temporary file. */
interface Staged {
  commit(): void;
  /** Removes the temporary files beside the place. */
  discard(): void;
  /** Restores the old content. */
  undo(): void;
}

/** @param undoable whether to keep a copy of the old content, for `undo` */
function stage({ path, absolute, content }: FileToWrite, undoable = false): Staged {
  const target = realPath(absolute);
  const beside: string[] = [];
  const discard = () => beside.forEach((file) => rmSync(file, { force: true }));
  try {
    const existing = statSync(target, { throwIfNoEntry: false });
    if (existing && !existing.isDirectory() && !existing.isFile()) return stream(path, target, content);
    if (existing) accessSync(target, constants.W_OK);
    const temporary = writeBeside(target, content, existing);
    beside.push(temporary);
    const before = existing && undoable ? writeBeside(target, readFileSync(target), existing) : undefined;
    if (before !== undefined) beside.push(before);
    return {
      commit: () => move(path, temporary, target),
      discard,
      undo: () => (before === undefined ? rmSync(target, { force: true }) : renameSync(before, target)),
    };
  } catch (error) {
    discard();
    throw fileError(path, 'can not be written', error);
  }
}

/** Writes to a pipe or device directly, since no file can replace it. */
function stream(path: string, target: string, content: string | Buffer): Staged {
  const commit = () => {
    try {
      writeFileSync(target, content);
    } catch (error) {
      throw fileError(path, 'can not be written', error);
    }
  };
  return { commit, discard: () => undefined, undo: () => undefined };
}

function writeBeside(target: string, content: string | Buffer, existing: Stats | undefined): string {
  const name = `.rookout-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  const temporary = join(dirname(target), name);
  const file = openSync(temporary, 'wx', 0o666);
  try {
    try {
      writeFileSync(file, content);
      if (existing) keepOwnership(file, existing);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}

function keepOwnership(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only root may change the owner. The file then belongs to the user who runs the command.
  }
  fchmodSync(file, mode & 0o7777);
}

function move(path: string, temporary: string, target: string): void {
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileError(path, 'can not be written', error);
  }
}
