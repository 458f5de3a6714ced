import { fileAt, placing } from '../../bad-input';
import { Place } from '../../json/place';

/** An error in one file. The command continues with the others. */
export class FileError extends Error {
  /**
   * @param path the path of the file, as the user wrote it
   * @param problem what is wrong and how to fix it
   * @param place the place in the file
   * @param cause the original error, if there was one
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

/** The meaning of system error codes, for users. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'its file system is read-only',
  ENOSPC: 'there is no space left',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'a part of its path is not a directory',
  EISDIR: 'it is a directory',
  EEXIST: 'there is already something else with that name',
  ELOOP: 'its symbolic links form a circle',
  ENAMETOOLONG: 'its name is too long',
  EBUSY:
    process.platform === 'win32'
      ? 'another program uses it'
      : 'it is a mount of its own, so no other file can take its place. Mount its directory instead',
};

/**
 * Turns an error into one of that file.
 *
 * @param failed what was not possible, for example `can not be read`
 */
export function fileError(path: string, failed: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new FileError(path, `${failed}: ${SYSTEM_ERRORS[code ?? ''] ?? message}`, undefined, error);
}

/** Runs an action on a file. Every error becomes one of that file. */
export function withFile<T>(path: string, action: () => T): T {
  try {
    return placing((error) => new FileError(path, error.message, undefined, error), action);
  } catch (error) {
    throw fileError(path, 'unexpected error, please report it', error);
  }
}
