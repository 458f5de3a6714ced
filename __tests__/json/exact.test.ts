import fc from 'fast-check';
import { readExactly } from '../../lib/json/exact';

describe('JSON text whose numbers can not be held', () => {
  it.each([
    '9007199254740993',
    '[-9007199254740993]',
    '{"a\\"1":1,"b":12345678901234567890}',
    `[${'1'.repeat(400)}]`,
  ])('is refused: %s', (text) => {
    expect(() => readExactly(text)).toThrow('a whole number beyond 2^53, which would lose digits');
  });

  it.each(['1e400', '[-1.5E+309]', `{"n":${'9'.repeat(400)}.5}`])(
    'is refused where a number would be infinite: %s',
    (text) => {
      expect(() => readExactly(text)).toThrow('a number that is too large to be read');
    },
  );

  it.each([
    '"9007199254740993"',
    '{"9007199254740993":"\\"9007199254740993"}',
    '[9007199254740992, 1000000000000000000, -9007199254740991, 123456789012345680000]',
    '[0.9007199254740993, 9007199254740993.5, 9007199254740993e2, 1e300, 1e-9007199254740993]',
  ])('is read where none loses any, or is rounded anyway: %s', (text) => {
    expect(readExactly(text)).toEqual(JSON.parse(text));
  });

  it('is all that is refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.jsonValue(), fc.double({ noNaN: true, min: 1e15, max: 1e22 }))),
        (value) => {
          expect(readExactly(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  it('is found for every number', () => {
    fc.assert(
      fc.property(fc.bigInt(), (number) => {
        const read = () => readExactly(`{"n":${number}}`);
        const isKept = BigInt(Number(number)) === number || String(Number(number)) === String(number);
        if (isKept) expect(read()).toEqual({ n: Number(number) });
        else expect(read).toThrow('beyond 2^53');
      }),
    );
  });
});
