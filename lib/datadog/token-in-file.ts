import { fragmentsOf, hasToken } from '../terraform/tokens';
import { Lines, Place } from './lines';

/** What is wrong with text of a file that looks like a token: no file holds one, and another's value would be put in. */
export const LOOKS_LIKE_TOKEN = "looks like CDKTF's own marker of a token";

/** Where text looks like a token, if it does. */
export function tokenIn(text: string): { readonly marker: string; readonly place: Place } | undefined {
  if (!hasToken(text)) return undefined;
  const fragments = fragmentsOf(text);
  const index = fragments.findIndex(({ isToken }) => isToken);
  if (index < 0) return undefined;
  const offset = index === 0 ? 0 : fragments[0].text.length;
  return { marker: fragments[index].text, place: new Lines(text).placeOf(offset) };
}
