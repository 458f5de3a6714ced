import { tagsOfKey, tagValue } from '../../lib/datadog/tags';

describe('tagValue', () => {
  it.each([
    ['cart', 'cart'],
    ['Cart Service', 'cart_service'],
    ['service#3', 'service_3'],
    ['a  -- b', 'a_--_b'],
    ['a__b', 'a_b'],
    ['cart_', 'cart'],
    ['cart!', 'cart'],
    ['v1.2:a/b', 'v1.2:a/b'],
    ['Café', 'café'],
    ['${TfToken[TOKEN.1]} X', '${TfToken[TOKEN.1]}_x'],
  ])('of %s is %s', (value, stored) => {
    expect(tagValue('service', value)).toBe(stored);
  });

  it('has room for 200 characters with the key', () => {
    expect(tagValue('service', 'x'.repeat(300))).toBe('x'.repeat(192));
    expect(tagValue('service', `${'x'.repeat(191)}_yz`)).toBe('x'.repeat(191));
  });
});

it('tagsOfKey knows no tags of inherited names', () => {
  expect(tagsOfKey({ a: 'b', c: ['d', 'e'] }, 'c')).toEqual(['d', 'e']);
  expect(tagsOfKey({}, 'constructor')).toEqual([]);
});
