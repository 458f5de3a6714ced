import { Token, Tokenization } from 'cdktf';
import { BadInput } from '../../bad-input';
import { DEEPEST_JSON } from '../../json/problem';

/** What holds for a copy beyond JSON's own rules. */
export interface CopyRules {
  /** The names of an object's properties in the order of the copy. */
  ordered(names: string[]): string[];
  /** @throws BadInput if the number can't stand at that path */
  checkNumber(path: string, value: number): void;
}

const AS_IT_IS: CopyRules = { ordered: (names) => names, checkNumber: () => {} };

const HALF_PAIR = /\p{Surrogate}/u;

/**
 * A copy of a JSON value in which tokens stand as they are. As in `JSON.stringify`, undefined, which Python's
 * `None` becomes, is null in a list and no property of an object.
 *
 * @param what what to call the value in errors
 * @throws BadInput with the path of a part that is not JSON: a function, NaN, a cycle, …
 */
export function jsonCopy(what: string, value: any, rules = AS_IT_IS): any {
  return copy(value, what, [], rules);
}

function copy(value: unknown, path: string, ancestors: readonly object[], rules: CopyRules): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return wellFormed(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new BadInput(path, value, 'is not a number in JSON', 'Use a finite number');
    }
    rules.checkNumber(path, value);
    return value;
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
    return Array.from(value, (item, index) => copy(item ?? null, `${path}[${index}]`, inside, rules));
  }
  if (!isPlain(value)) {
    throw new BadInput(path, value, 'is an object of a class, not JSON', 'Turn it into plain data first');
  }
  const properties = value as Record<string, unknown>;
  return Object.fromEntries(
    rules
      .ordered(Object.keys(properties))
      .filter((name) => properties[name] !== undefined)
      .map((name) => [wellFormed(name, path), copy(properties[name], `${path}.${name}`, inside, rules)]),
  );
}

/** Terraform's provider would read half of a character as another one. */
function wellFormed(text: string, path: string): string {
  if (!HALF_PAIR.test(text)) return text;
  throw new BadInput(path, text, 'holds half of a surrogate pair, which is no character', 'Take it out');
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
