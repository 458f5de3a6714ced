import { BadInput } from '../../../lib/bad-input';
import { FileError, withFile } from '../../../lib/cli/files/errors';

/** What an error thrown while a file is dealt with becomes. */
function errorOf(thrown: Error): FileError {
  try {
    withFile('a.json', () => {
      throw thrown;
    });
  } catch (error) {
    return error as FileError;
  }
  throw new Error('Nothing was thrown.');
}

describe('withFile', () => {
  it.each<[string, Error, string]>([
    ['bad input', new BadInput('title', 7, 'is not text', 'Pass text'), 'title: 7 is not text. Pass text.'],
    [
      'an error of the system',
      Object.assign(new Error('EROFS: write'), { code: 'EROFS' }),
      'unexpected error, please report it: its file system is read-only',
    ],
    ['a bug', new TypeError('x is undefined'), 'unexpected error, please report it: x is undefined'],
  ])('makes %s an error of the file, which keeps its cause', (_, thrown, problem) => {
    const error = errorOf(thrown);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ path: 'a.json', problem, message: `a.json: ${problem}`, cause: thrown });
  });

  it('leaves an error of a file as it is', () => {
    const thrown = new FileError('b.json', 'is not a file', { line: 2, column: 1 });
    expect(errorOf(thrown)).toBe(thrown);
    expect(thrown.message).toBe('b.json:2:1: is not a file');
  });
});
