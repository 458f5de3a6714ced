import { Locale } from '../../rookout/locales';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { Words } from '../words';

const WORDS: Readonly<Record<Locale, Words>> = { en, fr, es, ja };

/** The words of pages in that language. */
export function wordsIn(locale: Locale): Words {
  return WORDS[locale];
}
