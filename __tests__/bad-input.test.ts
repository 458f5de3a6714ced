import { TerraformVariable } from 'cdktf';
import { inspect } from 'util';
import { BadInput, oneOf, placing } from '../lib/bad-input';
import { RookoutDashboard } from '../lib';
import { newStack } from './support/stack';

const messageFor = (value: unknown) => new BadInput('service', value, 'is odd', 'Mend it').message;

describe('BadInput', () => {
  it('says what was given, which rule it breaks and how to mend it', () => {
    const error = new BadInput('layout.x', 12, 'is not a whole number from 0 to 11', 'Count in whole cells');
    expect(error.message).toBe('layout.x: 12 is not a whole number from 0 to 11. Count in whole cells.');
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

  it('is one readable line, however deep the value lies', () => {
    const { message } = new BadInput(`value${'[0]'.repeat(500)}`, NaN, 'is odd', 'Mend it');
    expect(message).toMatch(/^value(\[0\]){51}\[0…: NaN is odd\. Mend it\.$/);
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

describe('BadInput that is placed', () => {
  const blank = new BadInput('title', '', 'is blank', 'Give one');

  it('says the construct, the file, the place in it and what the value is a part of', () => {
    expect(blank.inConstruct('shop/Overview').message).toBe('[shop/Overview] title: "" is blank. Give one.');
    expect(blank.inFile('board.json').message).toBe('board.json: title: "" is blank. Give one.');
    expect(blank.inFile('board.json', { line: 3, column: 9 }).message).toBe(
      'board.json:3:9: title: "" is blank. Give one.',
    );
    expect(blank.under('widgets[0]').message).toBe('widgets[0].title: "" is blank. Give one.');
    const nameless = new BadInput('', 'x', 'is odd', 'Mend it').inFile('board.json', { line: 1, column: 1 });
    expect(nameless.message).toBe('board.json:1:1: "x" is odd. Mend it.');
    for (const order of [
      blank.under('board').inFile('a.json').inConstruct('shop'),
      blank.inConstruct('shop').inFile('a.json').under('board'),
    ]) {
      expect(order.message).toBe('[shop] a.json: board.title: "" is blank. Give one.');
      expect(order).toMatchObject({ what: 'board.title', value: '', rule: 'is blank', fix: 'Give one' });
    }
  });

  it('keeps the innermost construct', () => {
    expect(blank.inConstruct('shop/Overview/cart').inConstruct('shop/Overview').message).toBe(
      '[shop/Overview/cart] title: "" is blank. Give one.',
    );
  });

  it('says it once: no cause but an error of another kind, and no fields below the message', () => {
    const placed = blank.under('a').inFile('b').inConstruct('c');
    expect(placed).not.toHaveProperty('cause');
    expect(inspect(placed).split('is blank')).toHaveLength(2);
    const refused = new Error('refused');
    expect(new BadInput('path', 'x', 'is odd', 'Mend it', refused).inConstruct('c').cause).toBe(refused);
  });
});

describe('placing', () => {
  const inFile = (error: BadInput) => error.inFile('a.json');

  it('gives what the step gives', () => expect(placing(inFile, () => 7)).toBe(7));

  it('places bad input, and nothing else', () => {
    const run = (error: Error) => () =>
      placing(inFile, () => {
        throw error;
      });
    expect(run(new BadInput('x', 1, 'is odd', 'Mend it'))).toThrow('a.json: x: 1 is odd. Mend it.');
    const other = new TypeError('x is not a function');
    expect(run(other)).toThrow(other);
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

it('has no calls of the library in the stack that a construct gives it, however deep they are', () => {
  const deep = (depth: number): void => {
    if (depth > 0) deep(depth - 1);
    else new RookoutDashboard(newStack(), 'Overview', { services: ['cart]'] });
  };
  const stack = stackOf(() => deep(20));
  expect(stack).toContain('bad-input.test');
  expect(stack).not.toMatch(/[\\/]lib[\\/]|node_modules|node:/);
  expect(stack.split('\n')).toHaveLength(6);
});

function stackOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).stack!;
  }
  throw new Error('nothing was thrown');
}
