import { randomBytes } from 'crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  Stats,
  statSync,
  writeFileSync,
} from 'fs';
import { dirname, join } from 'path';
import { fileError } from './errors';
import { realPath } from './paths';

/** What a file is to hold, and where. */
export interface FileToWrite {
  /** What to call it in errors. */
  readonly path: string;
  readonly absolute: string;
  readonly content: string | Buffer;
}

/**
 * Writes a file, whole or not at all: beside its place first, then moved there. A symbolic link is written through;
 * a file that is there already keeps its mode.
 *
 * @throws FileError where that is not possible
 */
export function writeFile(file: FileToWrite): void {
  stage(file).commit();
}

/**
 * Writes files, all or none: what is new is taken away again where a later one fails.
 *
 * @throws FileError where that is not possible
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  const staged: Staged[] = [];
  const written: Staged[] = [];
  try {
    for (const file of files) staged.push(stage(file));
    for (const file of staged) {
      file.commit();
      written.push(file);
    }
  } catch (error) {
    for (const file of written) file.undo();
    for (const file of staged) file.discard();
    throw error;
  }
}

/** Makes a directory and those above it, where they are missing. */
export function makeDirectory(path: string, absolute: string): void {
  try {
    ensureDirectory(absolute);
  } catch (error) {
    throw fileError(path, 'can not be made a directory', error);
  }
}

/** With `recursive`, Node does not come to an end where the file system refuses, as `/proc` does. */
function ensureDirectory(absolute: string): void {
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(absolute);
  if (above !== absolute) ensureDirectory(above);
  mkdirSync(absolute);
}

/** A file that is written but not in its place yet. */
interface Staged {
  commit(): void;
  discard(): void;
  /** Takes a file that is new away again. */
  undo(): void;
}

function stage({ path, absolute, content }: FileToWrite): Staged {
  const target = realPath(absolute);
  try {
    const existing = statSync(target, { throwIfNoEntry: false });
    if (existing && !existing.isDirectory() && !existing.isFile()) return stream(path, target, content);
    if (existing) accessSync(target, constants.W_OK);
    const temporary = writeBeside(target, content, existing);
    const discard = () => rmSync(temporary, { force: true });
    return {
      commit: () => move(path, temporary, target),
      discard,
      undo: () => (existing ? undefined : rmSync(target, { force: true })),
    };
  } catch (error) {
    throw fileError(path, 'can not be written', error);
  }
}

/** A pipe or device: nothing can be moved into its place. */
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
  const temporary = join(dirname(target), `.rookout-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
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
    // Only root may give files away; the file then belongs to whoever runs the command.
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
