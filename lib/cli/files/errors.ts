import { fileAt, placing } from '../../bad-input';
import { Place } from '../../json/place';

/** An error in one file. The command goes on with the others. */
export class FileError extends Error {
  /**
   * @param path the file, as the user named it
   * @param problem what is wrong and what to do about it
   * @param place where in the file
   * @param cause the error that told so, if there was one
   */
  public constructor(
    public readonly path: string,
    public readonly problem: string,
    public readonly place?: Place,
    cause?: unknown,
  ) {
    super(`${fileAt(path, place)}: ${problem}`, cause === undefined ? {} : { cause });
    this.name = 'FileError';
  }
}

/** Arguments that contradict each other, or are missing. */
export class UsageError extends Error {}

/** What the error codes of system calls mean to users. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'it is on a file system that is read-only',
  ENOSPC: 'there is no space left',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'a part of its path is no directory',
  EISDIR: 'it is a directory',
  EEXIST: 'something else of that name is in the way',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program holds it',
};

/**
 * The error as one of that file.
 *
 * @param failed what could not be done, for example `can not be read`
 */
export function fileError(path: string, failed: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new FileError(path, `${failed}: ${SYSTEM_ERRORS[code ?? ''] ?? message}`, undefined, error);
}

/** Does something with a file. Every error becomes one of that file. */
export function withFile<T>(path: string, action: () => T): T {
  try {
    return placing((error) => new FileError(path, error.message, undefined, error), action);
  } catch (error) {
    throw fileError(path, 'unexpected error, please report it', error);
  }
}
