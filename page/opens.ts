import type { OpensModel } from '../lib/preview/model';
import { WORDS } from './context';
import { filled } from './dom';

/** Which instances a link opens. */
export function opensText({ count, names }: OpensModel): string {
  if (count === 0) return WORDS.opensNothing;
  const all = [...names, ...(count > names.length ? ['…'] : [])];
  return filled(WORDS.opens, { count, names: all.join(', ') });
}
