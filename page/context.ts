import type { PageData } from '../lib/preview/model';

/** What the page was made with. */
export const DATA: PageData = JSON.parse(document.getElementById('data')!.textContent!);
export const WORDS = DATA.words;

/** What the template variables of the page are set to. */
export const CHOSEN = new Map<string, string>();
