import { areSame, isCovered, isTight } from '../../../lib/datadog/tagging/tight';

/** The values of a column, those of each row with spaces between them. */
const column = (...rows: string[]) => rows.map((values) => new Set(values.split(' ')));

const many = (count: number) => Array.from({ length: count }, (_, n) => `v${n}`).join(' ');

describe('areSame', () => {
  it.each([
    [['a b', 'b a', 'a b'], true],
    [['a b', 'a c'], false],
    [['a', 'a b'], false],
    [['a b', 'a'], false],
    [['a'], true],
  ])('of %j is %s', (rows, expected) => {
    expect(areSame(column(...rows))).toBe(expected);
  });
});

describe('isTight', () => {
  it.each([
    ['no columns', [], true],
    ['one column', [column('a', 'b')], true],
    ['pairs that no row has', [column('a', 'b'), column('x', 'y')], false],
    ['all pairs', [column('a', 'a', 'b', 'b'), column('x', 'y', 'x', 'y')], true],
    ['all pairs in lists', [column('a b', 'b'), column('x', 'y x'), column('z', 'z')], false],
    ['a list for each row', [column('a b', 'a b'), column('x', 'y')], true],
    ['1000 pairs', [column(many(25), 'v0'), column(many(40), 'v0')], true],
    ['more pairs', [column(many(7), 'v0'), column(many(143), 'v0')], false],
    ['a long list for each row', [column(many(1001), many(1001)), column('x', 'y')], true],
  ])('of %s', (_, columns, expected) => {
    expect(isTight(columns)).toBe(expected);
  });
});

describe('isCovered', () => {
  it.each([
    ['nothing by no row', [], [false], false],
    ['nothing by a row', [], [false, true], true],
    ['a value by another', [column('a', 'b')], [true, false], false],
    ['values by all', [column('a', 'b')], [true, true], true],
    ['a value by an equal one', [column('a', 'a')], [true, false], true],
    ['a value by a list with it', [column('a b', 'a')], [true, false], true],
    ['a list by one of its values', [column('a b', 'a')], [false, true], false],
    ['1000 pairs', [column(many(25), 'v0'), column(many(40), 'v0')], [true, false], true],
    ['more pairs', [column(many(7), 'v0'), column(many(143), 'v0')], [true, false], false],
    ['a long list', [column(many(1001), many(1001)), column('x', 'y')], [true, true], true],
  ])('of %s', (_, columns, isChosen, expected) => {
    expect(isCovered(columns, isChosen)).toBe(expected);
  });
});
