import type { OpensModel } from '../lib/preview/model';
import { filled } from '../lib/preview/shared/filled';
import { WORDS } from './context';

/** Which instances a link opens. */
export function opensText({ count, names }: OpensModel): string {
  if (count === 0) return WORDS.opensNothing;
  const all = [...names, ...(count > names.length ? ['…'] : [])];
  return filled(WORDS.opens, { count, names: all.join(', ') });
}
