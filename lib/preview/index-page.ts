import { Assets, documentHtml, escapeHtml, PageOptions } from './html';
import { wordsIn } from './locales';

/** A page in the index. */
export interface IndexEntry {
  readonly file: string;
  readonly title: string;
  /** Where the dashboard comes from. */
  readonly source: string;
  readonly graphs: number;
  readonly filtered: number;
}

/** The page that lists the others. */
export function indexHtml(entries: readonly IndexEntry[], assets: Assets, options: PageOptions): string {
  const words = wordsIn(options.locale);
  const rows = entries.map(({ file, title, source, graphs, filtered }) => {
    const count = words.graphsWithFilter
      .replace('{count}', String(filtered))
      .replace('{all}', String(graphs));
    return `<li><a href="${escapeHtml(encodeURIComponent(file))}">${escapeHtml(title || words.untitled)}</a>
<span>${escapeHtml(source)}</span> <span>${escapeHtml(count)}</span></li>`;
  });
  const body = `<main class="index"><h1>${escapeHtml(words.dashboards)}</h1><ul>${rows.join('\n')}</ul></main>`;
  return documentHtml(`${words.dashboards} · ${words.preview}`, body, assets, options);
}
