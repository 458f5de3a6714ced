import { matchesWildcards } from '../../../lib/datadog/query/wildcards';

describe('matchesWildcards', () => {
  it.each([
    ['cart', 'cart', true],
    ['cart', 'car', false],
    ['car', 'cart', false],
    ['xcart', 'cart', false],
    ['cart', 'c?rt', true],
    ['crt', 'c?rt', false],
    ['cart', 'c*t', true],
    ['cart', '*cart', true],
    ['cart', 'cart*', true],
    ['cart', 'cart**', true],
    ['cart', 'cart*s', false],
    ['carts', 'c*t', false],
    ['cart-cart-pay', '*cart-p*', true],
    ['aab', '*ab', true],
    ['', '', true],
    ['', '*', true],
    ['', '?', false],
    ['cart', '', false],
    ['eu\ncart', 'eu*cart', true],
    ['eu\ncart', 'eu?cart', true],
    ['🛒', '?', true],
    ['🛒', '??', false],
    ['a🛒b', 'a?b', true],
  ])('%j against %j is %s', (text, pattern, expected) => {
    expect(matchesWildcards(text, pattern)).toBe(expected);
  });
});
