import { matches } from '../../../lib/datadog/tagging/matches';

describe('matches', () => {
  it.each([
    ['CPU (user)', 'cpu (user)', true],
    ['CPU (user)', 'cpu*', true],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['line\nbreak', 'line*break', true],
    ['', '', true],
    ['', '*', true],
    ['a', '', false],
    ['[a]\\', '[a]\\', true],
    ['cart errors in prod', '*cart*prod', true],
    ['cart errors in prod', 'cart*errors*', true],
    ['prod', '*prod*prod', false],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['ab', '**', true],
    ['cart', 'pay*', false],
    ['cart', 'a*t', false],
    ['cart', 'c*x*t', false],
    ['ct', 'c*x*t', false],
    ['a'.repeat(10_000), `${'*a'.repeat(5_000)}*b`, false],
  ])('%j against %j is %s', (text, pattern, expected) => {
    expect(matches(text, pattern)).toBe(expected);
  });
});
