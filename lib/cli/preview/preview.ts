import { UsageError } from '../files/errors';
import { distinct } from '../files/paths';
import { Writing } from '../files/writing';
import { counted, FINE, FOUND, printable, Terminal } from '../output/terminal';
import { changesMarkdown } from '../../preview/markdown';
import { wordsIn } from '../../preview/locales';
import { SIGNALS, Steps } from '../steps';
import { STANDARD_INPUT } from '../files/read';
import { withPipesRead } from '../files/read-ahead';
import { pairsAgainst } from './against/against';
import { Pair, plannedPair } from './against/pairs';
import { PreviewedDashboard } from './dashboards';
import { open } from './open';
import { PageNames } from './page-names';
import { Pages } from './pages';
import { PreviewOptions } from './options';
import { Reader } from './reader';
import { previewReport } from './report';
import { watchDashboards } from './watch/watch';

/** The command `preview`. */
export function* preview(
  paths: readonly string[],
  options: PreviewOptions,
  terminal: Terminal,
): Steps<number> {
  const named = [...distinct(paths, terminal).values()];
  const { against, format, locale } = options;
  refuseUnused(options, named);
  if (options.watch) return watch(named, options, terminal);
  const reader = new Reader(options, withPipesRead(named, terminal));
  if (format === 'markdown') {
    const pairs =
      against === undefined
        ? plannedIn(reader.read(named))
        : yield* pairsAgainst(against, named, reader, terminal);
    terminal.stdout.write(changesMarkdown(pairs, wordsIn(locale)));
    return reader.failures.length > 0 || pairs.some(({ changes }) => changes.length > 0) ? FOUND : FINE;
  }
  if (format === 'json') {
    const shown =
      against === undefined
        ? Array.from(reader.read(named), (dashboard) => plannedPair(dashboard) ?? dashboard)
        : yield* pairsAgainst(against, named, reader, terminal);
    terminal.stdout.write(previewReport(shown, reader.failures));
    const changed = shown.some((one) => 'changes' in one && one.changes.length > 0);
    return reader.failures.length > 0 || changed ? FOUND : FINE;
  }
  const { index, count, changed } = yield* Writing.all(function* (writing) {
    const pages = new Pages(options, false, writing, new PageNames(), terminal);
    if (against === undefined) {
      for (const dashboard of reader.read(named)) {
        yield;
        pages.add(dashboard);
      }
    } else {
      for (const pair of yield* pairsAgainst(against, named, reader, terminal)) {
        yield;
        pages.addChanges(pair);
      }
    }
    if (format === 'png') yield* pages.addPictures((error) => reader.failed(error));
    return { index: pages.finish(), count: pages.count, changed: pages.changed };
  });
  terminal.stdout.write(`${counted(count, 'dashboard')}: ${index}\n`);
  if (options.open) open(index, terminal);
  return reader.failures.length + changed > 0 ? FOUND : FINE;
}

/** What plans change. */
function plannedIn(dashboards: Iterable<PreviewedDashboard>): Pair[] {
  return Array.from(dashboards, (dashboard) => {
    const pair = plannedPair(dashboard);
    if (pair) return pair;
    throw new UsageError(
      `option '--format': markdown tells what has changed, and ${dashboard.source} is of no plan. Name the older ones: ` +
        '--against <old>',
    );
  });
}

/** Options that would be passed over. */
function refuseUnused(
  { watch, synth, port, against, format }: PreviewOptions,
  paths: readonly string[],
): void {
  const needsWatch = synth !== undefined ? '--synth' : port !== undefined ? '--port' : undefined;
  if (!watch && needsWatch !== undefined) {
    throw new UsageError(`option '${needsWatch}': it is for --watch. Add that, or leave it out`);
  }
  const forbidsWatch = against !== undefined ? '--against' : format !== 'html' ? '--format' : undefined;
  if (watch && forbidsWatch !== undefined) {
    throw new UsageError(`option '${forbidsWatch}': it is not for --watch. Leave one of the two out`);
  }
  if (watch && paths.includes(STANDARD_INPUT)) {
    throw new UsageError("option '--watch': the standard input does not change. Name files");
  }
}

/** Goes on until the process is ended. */
function watch(paths: readonly string[], options: PreviewOptions, terminal: Terminal): number {
  const ended = new AbortController();
  const watching = watchDashboards(paths, options, terminal, ended.signal).catch(({ message }: Error) => {
    terminal.stderr.write(`${printable(message)}\n`);
    process.exitCode = FOUND;
  });
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      ended.abort();
      void watching.then((open) => open?.close()).finally(() => process.kill(process.pid, signal));
    });
  }
  return FINE;
}
