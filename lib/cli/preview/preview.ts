import { resolve } from 'path';
import { Locale } from '../../rookout/locales';
import { UsageError } from '../files/errors';
import { distinct } from '../files/paths';
import { TaggingOptions } from '../options';
import { counted, FINE, FOUND, Terminal } from '../output/terminal';
import { changesMarkdown } from '../../preview/markdown';
import { wordsIn } from '../../preview/locales';
import { readAssets } from './assets';
import { pairsAgainst } from './against';
import { open } from './open';
import { Pages } from './pages';
import { takePicture } from './picture';
import { Reader } from './reader';

/** What is made of dashboards; the first is the default. */
export const PREVIEW_FORMATS = ['html', 'png', 'markdown'] as const;

export interface PreviewOptions extends TaggingOptions {
  readonly out: string;
  readonly format: (typeof PREVIEW_FORMATS)[number];
  readonly against?: string;
  readonly open?: boolean;
  readonly images?: boolean;
  readonly locale: Locale;
}

/** The command `preview`. */
export function preview(paths: readonly string[], options: PreviewOptions, terminal: Terminal): number {
  const named = [...distinct(paths, terminal).values()];
  const { against, format, locale } = options;
  if (format === 'markdown' && against === undefined) {
    throw new UsageError(
      "option '--format': markdown tells what has changed. Name the older ones: --against <old>",
    );
  }
  const reader = new Reader(options, terminal);
  const pairs = against === undefined ? undefined : pairsAgainst(against, named, reader, terminal);
  if (format === 'markdown') terminal.stdout.write(changesMarkdown(pairs!, wordsIn(locale)));
  else {
    const pages = pagesOf(options, terminal);
    if (pairs) pairs.forEach((pair) => pages.addChanges(pair));
    else for (const dashboard of reader.read(named)) pages.add(dashboard);
    finish(pages, options, terminal);
  }
  const hasChanged = pairs?.some(({ changes }) => changes.length > 0) ?? false;
  return reader.failures > 0 || hasChanged ? FOUND : FINE;
}

function pagesOf({ out, locale, images = false }: PreviewOptions, terminal: Terminal): Pages {
  return new Pages(out, readAssets(), { locale, images, live: false }, terminal);
}

function finish(pages: Pages, options: PreviewOptions, terminal: Terminal): void {
  const index = pages.finish();
  if (options.format === 'png') {
    for (const page of pages.files) {
      const path = resolve(terminal.cwd, page);
      takePicture(path, path.replace(/\.html$/, '.png'));
    }
  }
  terminal.stdout.write(`${counted(pages.files.length, 'dashboard')}: ${index}\n`);
  if (options.open) open(index, terminal);
}
