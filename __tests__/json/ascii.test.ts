import fc from 'fast-check';
import { asciiJson, stableJson } from '../../lib/json/ascii';
import { hostileJson } from '../terraform/arbitraries';

describe('stableJson', () => {
  it.each([
    ['{"title":"Mémoire"}', '{"title":"Mémoire"}'],
    ['"本 🛒"', '"本 🛒"'],
    ['"e\u0301"', '"e\\u0301"'],
    ['"\u212b 本"', '"\\u212b \\u672c"'],
    ['"e\u0301 🛒"', '"e\\u0301 \\ud83d\\uded2"'],
  ])('writes %j as %j', (text, stable) => {
    expect(stableJson(text)).toBe(stable);
  });

  it('means the same, and no normalisation changes it', () => {
    fc.assert(
      fc.property(hostileJson, (value) => {
        const text = JSON.stringify(value);
        const stable = stableJson(text);
        expect(JSON.parse(stable)).toEqual(JSON.parse(text));
        expect(stable.normalize('NFC')).toBe(stable);
        if (text.normalize('NFC') === text) expect(stable).toBe(text);
      }),
    );
  });
});

describe('asciiJson', () => {
  it('means the same in ASCII', () => {
    fc.assert(
      fc.property(hostileJson, (value) => {
        const text = JSON.stringify(value);
        expect(asciiJson(text)).toMatch(/^[\u0000-\u007f]*$/);
        expect(JSON.parse(asciiJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('leaves ASCII alone', () => {
    expect(asciiJson('{"a":"\\u00e9\u007f"}')).toBe('{"a":"\\u00e9\u007f"}');
  });
});
