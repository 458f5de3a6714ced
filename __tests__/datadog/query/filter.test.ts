import { QueryError } from '../../../lib/datadog/query/filter';
import { printFilter } from '../../../lib/datadog/query/print';

describe('a QueryError', () => {
  it('shows where the problem is, in the first 120 characters of a text', () => {
    expect(new QueryError('Odd').message).toBe('Odd');
    expect(new QueryError('Odd', 'a"b').message).toBe('Odd, at character 1 of "a\\"b"');
    expect(new QueryError('Odd', 'a'.repeat(120), 5).message).toBe(
      `Odd, at character 6 of "${'a'.repeat(120)}"`,
    );
    expect(new QueryError('Odd', 'a'.repeat(121)).message).toBe(
      `Odd, at character 1 of "${'a'.repeat(120)}…"`,
    );
    expect(new QueryError('Odd').name).toBe('QueryError');
  });
});

describe('free text', () => {
  it.each([
    ['timeout', 'timeout'],
    ['order', 'order'],
    ['brand', 'brand'],
    ['AND', '"AND"'],
    ['not', '"not"'],
    ['e\u0301t\u0301 \u0301', '"e\u0301t\u0301 \u0301"'],
    ['e\u0301t\u0301', 'e\u0301t\u0301'],
    ['-a', '"-a"'],
    ['a!', '"a!"'],
    ['$a', '"$a"'],
    ['a b', '"a b"'],
    ['', '""'],
  ])('%j is written as %s', (text, written) => {
    expect(printFilter({ kind: 'text', text })).toBe(written);
  });
});
