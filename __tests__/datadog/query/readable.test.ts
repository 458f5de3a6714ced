import { BadInput } from '../../../lib/bad-input';
import { QueryError } from '../../../lib/datadog/query/filter';
import { readable } from '../../../lib/datadog/query/readable';

describe('text that users write', () => {
  const reading = (read: () => string) => () =>
    readable('query', 'avg:a{b', 'can not be read', 'Close the brace', read);

  it('is read, or refused with the reason', () => {
    expect(reading(() => 'a')()).toBe('a');
    const refused = reading(() => {
      throw new QueryError('A brace is not closed');
    });
    expect(refused).toThrow(BadInput);
    expect(refused).toThrow('query: "avg:a{b" can not be read: A brace is not closed. Close the brace');
  });

  it('is not to blame for other errors', () => {
    const error = new RangeError('Maximum call stack size exceeded');
    expect(
      reading(() => {
        throw error;
      }),
    ).toThrow(error);
  });
});
