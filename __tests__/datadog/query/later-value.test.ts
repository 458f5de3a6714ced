import { QueryError } from '../../../lib/datadog/query/filter';
import {
  holdsExpression,
  isLater,
  laterValueAt,
  refuseDirectives,
} from '../../../lib/datadog/query/later-value';

describe('a value that only Terraform knows', () => {
  it.each([
    ['${TfToken[TOKEN.1]}-a', 0, '${TfToken[TOKEN.1]}'],
    ['a-${name}-${other}', 2, '${name}'],
    ['${merge({ a = 1 }, { b = 2 })["a"]} }', 0, '${merge({ a = 1 }, { b = 2 })["a"]}'],
    ['${var.names["}"]}}', 0, '${var.names["}"]}'],
    ['${var.names["\\"}"]}}', 0, '${var.names["\\"}"]}'],
    ['${name}${TfToken[TOKEN.1]}', 0, '${name}'],
    ['$name', 0, undefined],
    ['${TfToken[a b]}', 0, undefined],
    ['a-${TfToken[TOKEN.1]', 2, undefined],
    ['a${name}', 0, undefined],
    ['', 0, undefined],
  ])('is in %s at %i: %s', (text, position, value) => {
    expect(laterValueAt(text, position)).toBe(value);
  });

  it.each(['${name', '${merge({ a = 1 }', '${"}', '${'])('has an end, unlike %s', (text) => {
    expect(() => laterValueAt(text, 0)).toThrow(QueryError);
    expect(() => laterValueAt(text, 0)).toThrow('An expression is not closed, at character 1');
  });

  it.each([
    ['a-${name}', true, true],
    ['%{ if a }', true, true],
    ['${TfToken[TOKEN.1]}', false, true],
    ['terraform_value_1', false, true],
    ['$name', false, false],
    ['a', false, false],
  ])('is in %s as an expression: %s, in any form: %s', (text, expression, later) => {
    expect(holdsExpression(text)).toBe(expression);
    expect(isLater(text)).toBe(later);
  });

  it('makes no query that can be read of a directive', () => {
    expect(() => refuseDirectives('a %{ if b }')).toThrow(
      'Only Terraform knows what this will be, at character 3',
    );
    expect(() => refuseDirectives('%{ if b }')).toThrow(QueryError);
    expect(() => refuseDirectives('a % {b}')).not.toThrow();
  });
});
