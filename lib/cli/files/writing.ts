import { linkSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, statSync } from 'fs';
import { basename, dirname, join } from 'path';
import { Steps, takenBack } from '../steps';
import { FileError, fileError } from './errors';
import { copyWhole, FileToWrite, newFile, targetOf } from './write';

/**
 * Files that are written together: all of them, or none. Until they get their places they are in a hidden directory
 * beside the place of each.
 */
export class Writing {
  private readonly staged = new Map<string, Staged>();
  private readonly hidden = new Map<string, string>();
  private readonly made: string[] = [];

  private constructor() {}

  /**
   * Does work that writes files, and gives them their places at its end. If it throws, or a signal comes, all of them are
   * taken back.
   *
   * @throws FileError where a file can't be written
   */
  public static all<T>(work: (writing: Writing) => Steps<T>): Steps<T> {
    const writing = new Writing();
    return takenBack(writing.doing(work));
  }

  private *doing<T>(work: (writing: Writing) => Steps<T>): Steps<T> {
    try {
      const result = yield* work(this);
      yield* this.commit();
      this.clear();
      return result;
    } catch (error) {
      this.undo();
      this.clear();
      throw error;
    }
  }

  /** Makes a directory, and its missing parents. */
  public makeDirectory(path: string, absolute: string): void {
    try {
      this.ensure(absolute);
    } catch (error) {
      throw nothingWritten(path, 'can not be created as a directory', error);
    }
  }

  /** Node's option `recursive` never returns if the file system refuses, as `/proc` does. */
  private ensure(absolute: string): void {
    if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return;
    const above = dirname(absolute);
    if (above !== absolute) this.ensure(above);
    mkdirSync(absolute);
    this.made.push(absolute);
  }

  /**
   * Prepares a file. Symbolic links are followed. An existing file keeps its mode. Of a file that is prepared twice, the
   * second content counts.
   *
   * @returns where it is until it gets its place
   */
  public add({ path, absolute, content }: FileToWrite): string {
    try {
      const { target, existing } = targetOf(absolute);
      const directory = this.hiddenBeside(target);
      const temporary = join(directory, 'new', basename(target));
      if (this.staged.has(target)) rmSync(temporary);
      newFile(temporary, content, existing);
      const before = existing && join(directory, 'old', basename(target));
      this.staged.set(target, { path, target, temporary, before });
      return temporary;
    } catch (error) {
      throw nothingWritten(path, 'can not be written', error);
    }
  }

  private hiddenBeside(target: string): string {
    const beside = dirname(target);
    const known = this.hidden.get(beside);
    if (known !== undefined) return known;
    const directory = mkdtempSync(join(beside, '.rookout-'));
    this.hidden.set(beside, directory);
    for (const name of ['new', 'old']) mkdirSync(join(directory, name));
    return directory;
  }

  private *commit(): Steps<void> {
    for (const file of this.staged.values()) {
      const { path, target, temporary, before } = file;
      yield;
      try {
        if (before !== undefined) keep(target, before);
        renameSync(temporary, target);
        file.done = true;
      } catch (error) {
        throw nothingWritten(path, 'can not be written', error);
      }
    }
  }

  /** New files go, and the others get their old content back. */
  private undo(): void {
    for (const { done, path, target, before } of this.staged.values()) {
      if (!done) continue;
      try {
        if (before === undefined) rmSync(target, { force: true });
        else renameSync(before, target);
      } catch (error) {
        throw fileError(path, `can not get its old content back, which is in ${before}`, error);
      }
    }
  }

  /** Nothing temporary is left, and no directory that nothing came into. */
  private clear(): void {
    for (const directory of this.hidden.values()) rmSync(directory, { recursive: true, force: true });
    this.made.reverse().forEach(removeIfEmpty);
  }
}

interface Staged {
  readonly path: string;
  readonly target: string;
  /** The file with the new content. */
  readonly temporary: string;
  /** Where the old file is kept, if there is one. */
  readonly before?: string;
  /** Whether the new file is in its place. */
  done?: boolean;
}

function nothingWritten(path: string, failed: string, error: unknown): FileError {
  const { problem } = fileError(path, failed, error);
  return new FileError(path, `${problem}. Nothing has been written`, undefined, error);
}

/** Keeps an old file under another name, as a copy where the file system has no links. */
function keep(target: string, before: string): void {
  try {
    linkSync(target, before);
  } catch {
    copyWhole(target, before);
  }
}

/** Another program may have written into it meanwhile, or removed it. */
function removeIfEmpty(directory: string): void {
  try {
    rmdirSync(directory);
  } catch (error) {
    if (!['ENOTEMPTY', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
