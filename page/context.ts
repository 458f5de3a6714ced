import type { PageData } from '../lib/preview/model';

/** What the page was made with. */
export const DATA: PageData = JSON.parse(document.getElementById('data')!.textContent!);
export const WORDS = DATA.words;
