import { oneOf } from '../../bad-input';
import { Texts } from '../texts';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';

/** The languages that texts are written in, by their codes in Datadog's docs. */
const TEXTS = { en, fr, es, ja } satisfies Record<string, Texts>;

export type Locale = keyof typeof TEXTS;
export const LOCALES = Object.keys(TEXTS) as Locale[];

/** @throws BadInput if there are no texts in that language */
export function checkLocale(locale: string): asserts locale is Locale {
  oneOf('locale', locale, LOCALES);
}

export function textsIn(locale: Locale): Texts {
  return TEXTS[locale];
}
