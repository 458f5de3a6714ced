import { resolve } from 'path';
import { UsageError } from '../files/errors';
import { distinct } from '../files/paths';
import { counted, FINE, FOUND, printable, Terminal } from '../output/terminal';
import { changesMarkdown } from '../../preview/markdown';
import { wordsIn } from '../../preview/locales';
import { pairsAgainst } from './against/against';
import { open } from './open';
import { Pages } from './pages';
import { takePicture } from './picture/picture';
import { PreviewOptions } from './options';
import { Reader } from './reader';
import { watchDashboards } from './watch/watch';

/** The command `preview`. */
export function preview(paths: readonly string[], options: PreviewOptions, terminal: Terminal): number {
  const named = [...distinct(paths, terminal).values()];
  const { against, format, locale } = options;
  if (format === 'markdown' && against === undefined) {
    throw new UsageError(
      "option '--format': markdown tells what has changed. Name the older ones: --against <old>",
    );
  }
  refuseUnused(options);
  if (options.watch) return watch(named, options, terminal);
  const reader = new Reader(options, terminal);
  const pairs = against === undefined ? undefined : pairsAgainst(against, named, reader, terminal);
  if (format === 'markdown') terminal.stdout.write(changesMarkdown(pairs!, wordsIn(locale)));
  else {
    const pages = new Pages(options, false, terminal);
    if (pairs) pairs.forEach((pair) => pages.addChanges(pair));
    else for (const dashboard of reader.read(named)) pages.add(dashboard);
    finish(pages, options, terminal);
  }
  const hasChanged = pairs?.some(({ changes }) => changes.length > 0) ?? false;
  return reader.failures > 0 || hasChanged ? FOUND : FINE;
}

/** Options that would be passed over. */
function refuseUnused({ watch, synth, port, against, format }: PreviewOptions): void {
  const needsWatch = synth !== undefined ? '--synth' : port !== undefined ? '--port' : undefined;
  if (!watch && needsWatch !== undefined) {
    throw new UsageError(`option '${needsWatch}': it is for --watch. Add that, or leave it out`);
  }
  const forbidsWatch = against !== undefined ? '--against' : format !== 'html' ? '--format' : undefined;
  if (watch && forbidsWatch !== undefined) {
    throw new UsageError(`option '${forbidsWatch}': it is not for --watch. Leave one of the two out`);
  }
}

/** Goes on until the process is ended. */
function watch(paths: readonly string[], options: PreviewOptions, terminal: Terminal): number {
  watchDashboards(paths, options, terminal).catch(({ message }: Error) => {
    terminal.stderr.write(`${printable(message)}\n`);
    process.exitCode = FOUND;
  });
  return FINE;
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
