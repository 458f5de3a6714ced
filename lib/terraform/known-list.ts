import { BadInput } from '../bad-input';
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
