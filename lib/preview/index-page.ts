import { Assets, escapeHtml, PageOptions, pageHtml } from './html';
import { wordsIn } from './locales';

/** A page in the index. */
export interface IndexEntry {
  readonly file: string;
  readonly title: string;
  /** Where the dashboard comes from. */
  readonly source: string;
  /** What there is to say of it in a few words. */
  readonly about: string;
}

/** The page that lists the others. */
export function indexHtml(entries: readonly IndexEntry[], assets: Assets, options: PageOptions): string {
  const words = wordsIn(options.locale);
  const rows = entries.map(({ file, title, source, about }) => {
    return `<li><a href="${escapeHtml(encodeURIComponent(file))}">${escapeHtml(title || words.untitled)}</a>
<span>${escapeHtml(source)}</span> <span>${escapeHtml(about)}</span></li>`;
  });
  const body = `<main class="index"><h1>${escapeHtml(words.dashboards)}</h1><ul>${rows.join('\n')}</ul></main>`;
  return pageHtml({}, words.dashboards, assets, options, body);
}
