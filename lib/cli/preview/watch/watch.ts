import { resolve } from 'path';
import { CONFIGURATION_FILE } from '../../config/configuration';
import { Writing } from '../../files/writing';
import { Output, printable, Terminal } from '../../output/terminal';
import { finishedInTurns, Steps } from '../../steps';
import { open } from '../open';
import { PageNames } from '../page-names';
import { Pages } from '../pages';
import { PreviewOptions } from '../options';
import { Reader } from '../reader';
import { Rebuilding } from './rebuilding';
import { synthesize } from './synth';
import { Watched } from './watched';

/** A preview that follows changes. */
export interface Watching {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the pages of dashboards, and makes them anew when something changes.
 *
 * @param ended ends what is being synthesized
 */
export async function watchDashboards(
  paths: readonly string[],
  options: PreviewOptions,
  terminal: Terminal,
  ended: AbortSignal,
): Promise<Watching> {
  const { servePages, watchFiles } = require('./serving') as typeof import('./serving');
  const { cwd } = terminal;
  const { out, synth, port = 0, config = CONFIGURATION_FILE } = options;
  const names = new PageNames();
  const watched = new Watched(
    [...(synth === undefined ? paths : ['.']), ...(options.instances ?? []), config],
    synth === undefined ? [out] : [out, ...paths],
    cwd,
  );
  const server = await servePages(resolve(cwd, out), port);
  let noted = '';
  let built = (): void => undefined;
  const firstBuilt = new Promise<void>((done) => (built = done));
  const tell = (problem: string | undefined): void => {
    built();
    if (ended.aborted) return;
    if (problem !== undefined) print(problem);
    server.tell(problem);
  };
  const building = new Rebuilding(build, tell, print);
  const stop = await watchFiles(
    watched,
    (changed) => building.start(changed),
    ({ message }) => print(`not watched: ${message}`),
  );
  if (synth !== undefined) print(`Synthesizing: ${synth}`);
  building.start();
  await firstBuilt;
  const watching = { url: server.url, close };
  if (ended.aborted) return watching;
  terminal.stdout.write(`${server.url}\n`);
  if (options.open) open(server.url, terminal);
  return watching;

  async function close(): Promise<void> {
    await stop();
    await building.done;
    server.close();
  }

  /** @returns what is wrong; then the pages stay as they were */
  async function build(): Promise<string | undefined> {
    const problem = synth === undefined ? undefined : await synthesize(synth, cwd, ended);
    return problem ?? finishedInTurns(writePages(paths, options, names, terminal, note));
  }

  /** Says it once, and again after something else. */
  function note(text: string): void {
    if (text !== '' && text !== noted) print(text);
    noted = text;
  }

  function print(text: string): void {
    terminal.stderr.write(`${text.split('\n').map(printable).join('\n')}\n`);
  }
}

/**
 * Writes all of the pages, or none where a dashboard can't be read; then it returns what is wrong.
 *
 * @param note takes what the pages leave out
 */
function* writePages(
  paths: readonly string[],
  options: PreviewOptions,
  names: PageNames,
  terminal: Terminal,
  note: (text: string) => void,
): Steps<string | undefined> {
  let told = '';
  const stderr: Output = { write: (text) => (told += text) };
  try {
    const reader = new Reader(options, { ...terminal, stderr });
    const dashboards = [...reader.read(paths)];
    if (reader.failures.length > 0) return told.trim();
    yield* Writing.all(function* (writing) {
      const pages = new Pages(options, true, writing, names, terminal);
      for (const dashboard of dashboards) {
        yield;
        pages.add(dashboard);
      }
      pages.finish();
    });
    note(told.trim());
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
