import { oneOf } from '../bad-input';

/** The languages that texts are written in: those of Datadog's pages of the integration that this follows. */
export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

/** @throws BadInput where there are no texts in that language */
export function checkLocale(locale: string): asserts locale is Locale {
  oneOf('locale', locale, LOCALES);
}
