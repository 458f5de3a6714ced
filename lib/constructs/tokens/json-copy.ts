import { Token, Tokenization } from 'cdktf';
import { BadInput } from '../../bad-input';
import { DEEPEST_JSON } from '../../json/problem';

/**
 * A copy of a JSON value, with its tokens. Undefined properties are left out, as in `JSON.stringify`.
 *
 * @param what what to call the value in errors
 * @throws BadInput with the path of a part that is not JSON: a function, NaN, a cycle, …
 */
export function jsonCopy(what: string, value: any): any {
  return copy(value, what, []);
}

function copy(value: unknown, path: string, ancestors: readonly object[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new BadInput(path, value, 'is not a number in JSON', 'Use a finite number');
  }
  if (typeof value !== 'object') {
    throw new BadInput(path, value, 'is not JSON', 'Use text, numbers, true, false, null, lists and objects');
  }
  if (Tokenization.isResolvable(value)) return value;
  if (ancestors.includes(value)) {
    throw new BadInput(path, value, 'contains itself', 'Break the cycle');
  }
  if (ancestors.length >= DEEPEST_JSON) {
    throw new BadInput(path, value, `is nested more than ${DEEPEST_JSON} levels deep`, 'Flatten it');
  }
  const inside = [...ancestors, value];
  if (Array.isArray(value)) {
    if (Token.isUnresolved(value)) return value;
    return Array.from(value, (item, index) => copy(item, `${path}[${index}]`, inside));
  }
  if (!isPlain(value)) {
    throw new BadInput(path, value, 'is an object of a class, not JSON', 'Turn it into plain data first');
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, copy(item, `${path}.${name}`, inside)]),
  );
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
