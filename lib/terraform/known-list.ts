import { BadInput } from '../bad-input';
import { isObject } from '../json/value';
import { beginsWithListToken } from './tokens';

/**
 * The items of a list that decides what is made, so it must be known now. None where there is no list.
 *
 * @throws BadInput if it is not a list, or is one that only Terraform knows
 */
export function knownList<T>(what: string, list: readonly T[] | undefined): readonly T[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw new BadInput(what, list, 'is not a list', 'Write it in brackets: [ … ]');
  if (list.length === 1 && beginsWithListToken(list[0])) {
    throw new BadInput(
      what,
      list,
      'is a list that only Terraform knows, but its items are needed now',
      'Write a list here. Each item may be a token',
    );
  }
  return list;
}

/**
 * The items of a list of options, as `knownList` gives them.
 *
 * @throws BadInput if it is no such list, or an item is not an object
 */
export function knownObjects<T extends object>(what: string, list: readonly T[] | undefined): readonly T[] {
  const items = knownList(what, list);
  items.forEach((item, index) => {
    if (!isObject(item)) {
      throw new BadInput(`${what}[${index}]`, item, 'is not an object', 'Write it as { … }');
    }
  });
  return items;
}

/**
 * The items of a list of texts, as `knownList` gives them.
 *
 * @throws BadInput if it is no such list, or an item is not text
 */
export function knownTexts(what: string, list: readonly string[] | undefined): readonly string[] {
  const items = knownList(what, list);
  items.forEach((item, index) => {
    if (typeof item !== 'string') {
      throw new BadInput(`${what}[${index}]`, item, 'is not text', 'Write it in quotes');
    }
  });
  return items;
}

/**
 * Checks a list of texts that may also be a list that only Terraform knows, since nothing made now depends on its
 * items.
 *
 * @throws BadInput if it is not a list, or an item is not text
 */
export function checkTexts(what: string, list: unknown, fix: string): void {
  if (Array.isArray(list) && list.every((text) => typeof text === 'string')) return;
  throw new BadInput(what, list, 'is not a list of texts', fix);
}
