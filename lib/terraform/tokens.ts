import { Lines, Place } from '../json/place';

/**
 * In strings, CDKTF writes values that only Terraform knows as markers, `${TfToken[TOKEN.7]}`. This file
 * knows what a marker looks like, so that the text around it can be read.
 */
const MARKER = /\$\{TfToken\[[\w:.-]+\]\}/g;
const MARKER_HERE = new RegExp(MARKER.source, 'y');

/** A part of a text: either a marker, or the text between two of them. */
export interface Fragment {
  readonly text: string;
  readonly isToken: boolean;
}

/** Whether the text has at least the beginning of a marker in it. */
export function hasToken(text: string): boolean {
  return text.includes('${TfToken[');
}

/**
 * Whether the text has at least the beginning of a marker of any kind in it: also of a list (`#{`) or a map
 * (`&{`).
 */
export function hasAnyToken(text: string): boolean {
  return text.includes('TfToken[') && /[$#&]\{TfToken\[/.test(text);
}

/**
 * A number token in text: a number much larger than any real one. Java writes it without the plus sign, and CDKTF numbers
 * tokens in the last digits.
 */
export const NUMBER_MARKER = /-8\.1095[67]\d*[eE]\+?298/;

/**
 * A number as large and as long as tokens of numbers and of their lists, and as what arithmetic makes of them. Nobody
 * writes one, but commits and other ids have a short one in them, such as `4e298bcd`.
 */
const LARGE_AS_TOKEN = /\d\.\d{8,}[eE]\+?(?:289|29[5-9])/;

/** Whether the text may have a token of a number or of their list in it, or what is left of one after arithmetic. */
export function mayHoldNumber(text: string): boolean {
  return LARGE_AS_TOKEN.test(text);
}

/** Why a number is refused that is no token, but was made of one. */
export const LEFT_OF_TOKEN = {
  rule: 'has a number in it that was calculated of a token, or an item of a list that only Terraform knows',
  fix: 'Let Terraform do it, as in Token.asNumber(Op.mul(token, 2)) or Fn.element(list, 0)',
};

/** Whether the text has a number, a list or a map in it that only Terraform knows. */
export function hasUntextualToken(text: string): boolean {
  return mayHoldNumber(text) || hasAnyToken(maskTokens(text));
}

/** Whether the text begins with the marker of a list, which is the only item of a list that only Terraform knows. */
export function beginsWithListToken(text: string): boolean {
  return /^#\{TfToken\[/.test(text);
}

/** The marker that begins at that position. Undefined if there is none. */
export function tokenAt(text: string, position: number): string | undefined {
  MARKER_HERE.lastIndex = position;
  return MARKER_HERE.exec(text)?.[0];
}

/**
 * The text with every marker replaced by the same number of `x`: positions stay, and rules for characters can
 * be checked.
 */
export function maskTokens(text: string): string {
  return hasToken(text) ? text.replace(MARKER, (marker) => 'x'.repeat(marker.length)) : text;
}

/** The markers in the text and the texts between them, in order, without empty ones. */
export function fragmentsOf(text: string): Fragment[] {
  const fragments: Fragment[] = [];
  let end = 0;
  for (const { 0: marker, index } of text.matchAll(MARKER)) {
    if (index > end) fragments.push({ text: text.slice(end, index), isToken: false });
    fragments.push({ text: marker, isToken: true });
    end = index + marker.length;
  }
  if (end < text.length) fragments.push({ text: text.slice(end), isToken: false });
  return fragments;
}

/** The text with its markers changed by one function, and the texts between them by another. */
export function mapAroundTokens(
  text: string,
  literal: (text: string) => string,
  token: (marker: string) => string = (marker) => marker,
): string {
  if (!hasToken(text)) return literal(text);
  return fragmentsOf(text)
    .map((fragment) => (fragment.isToken ? token(fragment.text) : literal(fragment.text)))
    .join('');
}

/** Why text is refused: CDKTF would replace it with the value of a token. */
export const LOOKS_LIKE_TOKEN = "looks like CDKTF's marker of a token";

/** The first text that looks like a token. Undefined if there is none. */
export function tokenIn(text: string): { readonly marker: string; readonly place: Place } | undefined {
  if (!hasToken(text)) return undefined;
  const fragments = fragmentsOf(text);
  const index = fragments.findIndex(({ isToken }) => isToken);
  if (index < 0) return undefined;
  const offset = index === 0 ? 0 : fragments[0].text.length;
  return { marker: fragments[index].text, place: new Lines(text).placeOf(offset) };
}
