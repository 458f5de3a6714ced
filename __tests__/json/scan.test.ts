import { nextBracket, opens, stringEnd } from '../../lib/json/scan';

describe('stringEnd', () => {
  it.each([
    ['"cart" ', 5],
    ['""', 1],
    ['"a\\"b" "', 5],
    ['"C:\\\\" "', 5],
    ['"\\\\\\"" "', 5],
    ['"cart', -1],
    ['"cart\\"', -1],
  ])('finds the quote that closes %s', (text, end) => expect(stringEnd(text, 1)).toBe(end));

  it('begins anew inside the string', () => expect(stringEnd('\\a\\" b"', 2)).toBe(6));

  it('knows other quotes', () => expect(stringEnd(`'a"b' `, 1, "'")).toBe(4));

  it('reads a million backslashes and quotes', () => {
    expect(stringEnd(`"${'\\"'.repeat(500_000)}${'\\\\'.repeat(500_000)}"`, 1)).toBe(2_000_001);
  });
});

describe('nextBracket', () => {
  it('passes over strings', () => {
    const text = '{"a[\\"]": [1, "}"]} "{';
    const found: number[] = [];
    for (let at = nextBracket(text, 0); at >= 0; at = nextBracket(text, at + 1)) found.push(at);
    expect(found.map((at) => text[at]).join('')).toBe('{[]}');
    expect(found.map((at) => opens(text[at]))).toEqual([true, true, false, false]);
  });
});
