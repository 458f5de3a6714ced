import { TerraformVariable } from 'cdktf';
import { BadInput, oneOf } from '../lib/bad-input';
import { newStack } from './support/stack';

const messageFor = (value: unknown) => new BadInput('service', value, 'is odd', 'Mend it').message;

describe('BadInput', () => {
  it('says what was given, which rule it breaks and how to mend it', () => {
    const error = new BadInput('layout.x', 12, 'is no whole number from 0 to 11', 'Count in whole cells');
    expect(error.message).toBe('layout.x: 12 is no whole number from 0 to 11. Count in whole cells.');
    expect(error.name).toBe('BadInput');
    expect(error).toBeInstanceOf(Error);
  });

  it.each([
    ['cart "1"\n', '"cart \\"1\\"\\n"'],
    ['', '""'],
    [1.5, '1.5'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [undefined, 'undefined'],
    [null, 'null'],
    [false, 'false'],
    [12n, '12n'],
    [Symbol('cart'), 'Symbol(cart)'],
    [() => 'cart', 'a function'],
    [{ x: 1, y: [2] }, '{"x":1,"y":[2]}'],
    [{ n: 1n }, 'an object'],
  ])('shows the value %p', (value, shown) => {
    expect(messageFor(value)).toBe(`service: ${shown} is odd. Mend it.`);
  });

  it('shows a value that contains itself by its kind', () => {
    const object: Record<string, unknown> = {};
    object.self = object;
    const list: unknown[] = [];
    list.push(list);
    expect(messageFor(object)).toBe('service: an object is odd. Mend it.');
    expect(messageFor(list)).toBe('service: an array is odd. Mend it.');
  });

  it('shortens long values and keeps rule and fix', () => {
    const message = messageFor('x'.repeat(10_000));
    expect(message).toMatch(/^service: "x+… is odd\. Mend it\.$/);
    expect(message.length).toBeLessThan(250);
  });
});

describe('oneOf', () => {
  const words = ['area', 'bars', 'line'];

  it('takes the words', () => {
    for (const word of words) expect(() => oneOf('displayType', word, words)).not.toThrow();
  });

  it.each(['Line', 'lines', '', ' line', undefined, 5])('names the words where it is given %j', (value) => {
    expect(() => oneOf('displayType', value as string, words)).toThrow(
      `displayType: ${JSON.stringify(value) ?? 'undefined'} is not known. Use one of: area, bars, line.`,
    );
  });

  it('takes no token, whose word would be known too late', () => {
    const token = new TerraformVariable(newStack(), 'kind', { type: 'string' }).stringValue;
    expect(() => oneOf('displayType', token, words)).toThrow('is not known. Use one of: area, bars, line.');
  });
});
