import { QueryError } from '../../../lib/datadog/query/filter';
import { parseFormula, parseFormulas } from '../../../lib/datadog/query/formula';

const texts = (operands: readonly { name: string; shift: string }[]) =>
  operands.map(({ name, shift }) => name + (shift && ` ${shift}`)).join(' ');

/** What a formula shows and what it subtracts, as text such as `a b - c`. */
function read(text: string): string {
  const { added, subtracted } = parseFormula(text);
  return [texts(added), ...(subtracted.length > 0 ? [texts(subtracted)] : [])].join(' - ');
}

describe('what a formula shows', () => {
  it.each([
    ['a', 'a'],
    [' a\n', 'a'],
    ['_a1', '_a1'],
    ['a + b', 'a b'],
    ['+a', 'a'],
    ['-a', 'a'],
    ['--a + b', 'a b'],
    ['a - b', 'a - b'],
    ['a - -b', 'a b'],
    ['-a - b', 'a b'],
    ['-a + b', 'b - a'],
    ['-(a - b)', 'b - a'],
    ['-(a - b) + c', 'b c - a'],
    ['-(a + b) + c', 'c - a b'],
    ['a - (b - c)', 'a c - b'],
    ['(a - b) * (c - d)', 'a c - b d'],
    ['-1 * (a - b)', 'b - a'],
    ['a - 2 * b', 'a - b'],
    ['a + b * -2', 'a - b'],
    ['a + b / -2', 'a - b'],
    ['a + -b * -c', 'a b c'],
    ['a + -b * c', 'a - b c'],
    ['a + (2 - 3) * b', 'a - b'],
    ['a + (3 - 2) * b', 'a b'],
    ['a + (1 - 0.5) * b', 'a b'],
    ['a + (2 - 2) * b', 'a'],
    ['a + 0 * b', 'a'],
    ['0', ''],
    ['a + 1e3 * b', 'a b'],
    ['a + -.5E-3 * b', 'a - b'],
    ['a + 5. * b', 'a b'],
    ['a + .05 * b', 'a b'],
    ['a / 15.5', 'a'],
    ['+a + b', 'a b'],
    ['${x} * a + ${x} * b', ' - a b'],
    ['2 * (${x} * a) + 2 * (${x} * b)', ' - a b'],
    ['(${x} * a) * b + (${x} * c) * d', ' - a b c d'],
    ['-((a - b) * c) + d', 'd - a c b'],
    ['a + 5ms * b', 'a b'],
    ['a / 1.5h', 'a'],
    ['a + "x" * b', 'a - b'],
    ['a + ${factor} * b', 'a - b'],
    ['a + (1 + ${factor}) * b', 'a - b'],
    ['${factor} * a', 'a'],
    ['1 / ${factor} * a + b', 'b - a'],
    ['log10(5) * a + b', 'b - a'],
    ['abs(-a) + b', 'a b'],
    ['ceil(-a) + b', 'b - a'],
    ['abs(a - b) + c', 'a c - b'],
    ['-abs(a - b) + c', 'c - a b'],
    ['-(a * b) + c', 'c - a b'],
    ['(-a) * b + (-c) * (-d)', 'c d - a b'],
    ['min(a, b)', 'a b'],
    ['min(a, -b)', 'a - b'],
    ['diff(a)', 'a'],
    ['a.fill(0) - b', 'a - b'],
    ['a.rollup(avg, 60).fill(zero) / b', 'a b'],
    ['a.b', 'a'],
    ["top(a, 5, 'mean', 'desc')", 'a'],
    ['top(a, 5, "it\'s", `de"sc`)', 'a'],
    ['top(a, 5, "\\"", \'\\\'\') - b', 'a - b'],
    ["forecast(a, 'linear', 1, history = '1w') - b", 'a - b'],
    ['f(b=c, a)', 'a'],
    ['hour_before(a)', 'a hour_before()'],
    ['timeshift(a, -3600)', 'a timeshift(,-3600)'],
    ['week_before(day_before(a) - b)', 'a week_before()day_before() - b week_before()'],
    ['month_before(a) - calendar_shift(b, "-1mo", "UTC")', 'a month_before() - b calendar_shift(,,)'],
    ['a - ewma_20(b)', 'a - b ewma_20()'],
    ["trend_line(a) - moving_rollup(b, 60, 'avg')", 'a trend_line() - b moving_rollup(,60,)'],
    ['my_week_before(a)', 'a'],
    ['week_before_all(a)', 'a'],
    ['clamp_min(a, 5)', 'a'],
    ['random()', ''],
    ['f(5)', ''],
  ])('%s shows %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is several formulas where commas separate them', () => {
    const shown = parseFormulas('a - b, f(c, d) ,5').map(({ added, subtracted }) =>
      [added, subtracted].map(texts),
    );
    expect(shown).toEqual([
      ['a', 'b'],
      ['c d', ''],
      ['', ''],
    ]);
  });
});

describe('the names in a formula', () => {
  it.each([
    ['a + 0 * b', ['a', 'b']],
    ['a.rollup(avg, 60) + c', ['a', 'c']],
    ['a.fill(last).rollup(sum(x)) + f(b)', ['a', 'b']],
    ['a.b', ['a']],
    ['system.load.1 + a.b.c', ['system.load.1', 'a']],
    ['forecast(a, b=c)', ['a', 'c']],
    ['a1 / 2a', ['a1']],
    ['"a"', []],
  ])('%s are %j', (text, names) => {
    expect([...parseFormula(text).names]).toEqual(names);
  });
});

describe('the groups that a formula keeps', () => {
  it.each([
    ['a', [undefined]],
    ['sum(a, {env, host})', [['env', 'host']]],
    ['sum(sum(a, {env,host}), {host,zone})', [['host']]],
    ['sum(a, {env}) + sum(b, {host}) + c', [['env'], ['host'], undefined]],
    ['sum({ env }, a)', [['env']]],
    ['count_not_null(a)', [[]]],
    ['count_nonzero(a)', [[]]],
    ['count_nonzero_finite(a)', [[]]],
    ['count_nonzero_lines(a)', [undefined]],
    ['discount_not_null(a)', [undefined]],
  ])('%s are %j', (text, kept) => {
    expect(parseFormula(text).added.map((operand) => operand.kept)).toEqual(kept);
  });
});

describe('the lines that a formula leaves', () => {
  it.each([
    ['a', undefined],
    ['top(a, 10)', 10],
    ["top(a, -(5 - 15), 'mean', 'desc')", 10],
    ["bottom(a, 3, 'mean', 'asc')", 3],
    ['top(a)', 0],
    ['top(a, ${count})', 0],
    ['top(a, -${count})', 0],
    ['top(a, ${count} + 5)', 0],
    ['top(a, ${count} * 5)', 0],
    ['top(a, 10 / ${count})', 0],
    ['top(a, 10 / 2)', 5],
    ['top(a, 2 * 5)', 10],
    ['top(a, 1e1)', 10],
    ['top(a, 1E01)', 10],
    ['top(a, 1e+1)', 10],
    ['top5_mean(a)', 5],
    ['bottom15_last(a)', 15],
    ['a.top5_mean()', 5],
    ['top_offset(a, 5, "mean", "desc", 2)', 0],
    ['bottom_offset(a, 5, "mean", "desc", 2)', 0],
    ['cutoff_min(a, 5)', 0],
    ['cutoff_max(a, 5)', 0],
    ['cutoff_maximum(a, 5)', undefined],
    ['my_cutoff_max(a, 5)', undefined],
    ['stop(a, 5)', undefined],
    ['topmost(a, 5)', undefined],
    ['top5(a, 5)', undefined],
    ['top5_mean(top(a, 3))', 3],
    ['top(top5_mean(a), 8)', 5],
  ])('%s are %s', (text, lines) => {
    expect(parseFormula(text).lines).toBe(lines);
  });
});

describe('a formula that shows its queries whole', () => {
  it.each([
    ['100 * a / default_zero(b)', true],
    ['-a - b', true],
    ['a - b', false],
    ['top(a, 5)', false],
    ['cutoff_min(a, 5) / b', false],
    ['sum(a, {env})', false],
    ['a / sum(b, {env})', false],
    ['count_not_null(a)', false],
  ])('is plain: %s is %s', (text, isPlain) => {
    expect(parseFormula(text).isPlain).toBe(isPlain);
  });
});

describe('a formula that can not be read', () => {
  it.each([
    ['', 'A term is missing, at character 1'],
    ['a +', 'A term is missing, at character 4'],
    ['a b', 'Unexpected "b", at character 3'],
    ['a, b', 'Unexpected ",", at character 2'],
    ['a / 5 b', 'Unexpected "b", at character 7'],
    ['a + )', 'Unexpected ")", at character 5'],
    ['(a', 'A parenthesis is not closed, at character 3'],
    ['f(a', 'A parenthesis is not closed, at character 4'],
    ['f(a b)', 'A parenthesis is not closed, at character 5'],
    ['f(a,)', 'Unexpected ")", at character 5'],
    ['a .5', 'The name of a function is missing, at character 4'],
    ['a.b().5', 'The name of a function is missing, at character 7'],
    ['top(a, "x)', 'Unexpected """, at character 8'],
    ['f(a, {b)', 'Unexpected "{", at character 6'],
    ['a + {b}', 'Unexpected "{", at character 5'],
    ['é', 'Unexpected "é", at character 1'],
    ['a $b', 'Unexpected "$", at character 3'],
  ])('is refused: %s', (text, problem) => {
    expect(() => parseFormula(text)).toThrow(QueryError);
    expect(() => parseFormula(text)).toThrow(problem);
  });

  it('is no mistake where Terraform puts in a part of it', () => {
    const problem = { isMistake: false };
    expect(() => parseFormula('a ${sign} b')).toThrow(
      'Only Terraform knows what this will be, at character 3',
    );
    expect(() => parseFormula('a ${sign} b')).toThrow(expect.objectContaining(problem));
    expect(() => parseFormula('${TfToken[TOKEN.1]}(a)')).toThrow(expect.objectContaining(problem));
  });

  it('is refused among others', () => {
    expect(() => parseFormulas('a, b c')).toThrow('Unexpected "c", at character 6');
  });

  it('is one with very many nested parentheses, not one with as many in a row', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(read(nested(199))).toBe('a');
    expect(() => parseFormula(nested(200))).toThrow('More than 200 nested parentheses');
    expect(read(Array.from({ length: 201 }, () => '(a)').join(' / '))).toBe('a '.repeat(201).trim());
    expect(parseFormulas(Array.from({ length: 201 }, () => 'a').join())).toHaveLength(201);
  });
});
