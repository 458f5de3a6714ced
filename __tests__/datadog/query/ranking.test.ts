import { limitOf, narrower, roomOf } from '../../../lib/datadog/query/ranking';

describe('the room of lines', () => {
  it('is that of their only group', () => {
    expect(roomOf([], 5)).toBeUndefined();
    expect(roomOf(['host'], 5)).toEqual(new Map([['host', 5]]));
    expect(roomOf(['host', 'env'], 5)).toEqual(new Map());
  });

  it('is what two limits leave together', () => {
    const one = new Map([
      ['host', 5],
      ['env', 2],
    ]);
    const other = new Map([
      ['host', 3],
      ['env', 8],
      ['service', 1],
    ]);
    const both = new Map([
      ['host', 3],
      ['env', 2],
    ]);
    expect(narrower(one, other)).toEqual(both);
    expect(narrower(other, one)).toEqual(both);
    expect(narrower(one, new Map())).toEqual(new Map());
    expect(narrower(one, undefined)).toBe(one);
    expect(narrower(undefined, one)).toBe(one);
    expect(narrower(undefined, undefined)).toBeUndefined();
  });
});

describe('a limit', () => {
  it.each([
    [5, 5],
    [0, 0],
    ['5', 5],
    [' 10 ', 10],
    ['${count}', 0],
    ['${TfToken[TOKEN.1]}', 0],
    ['many', 0],
    ['', undefined],
    [' ', undefined],
    [null, undefined],
    [undefined, undefined],
    [{}, undefined],
  ])('of %j certainly leaves %j', (value, lines) => {
    expect(limitOf(value)).toBe(lines);
  });
});
