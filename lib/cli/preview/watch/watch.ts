import { resolve } from 'path';
import { Writing } from '../../files/writing';
import { Output, printable, Terminal } from '../../output/terminal';
import { finishedInTurns, Interrupted, Steps } from '../../steps';
import { open } from '../open';
import { PageNames } from '../page-names';
import { Pages } from '../pages';
import { PreviewOptions } from '../options';
import { Reader } from '../reader';
import { synthesize } from './synth';

/** A preview that follows changes. */
export interface Watching {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the pages of dashboards, and makes them anew when something changes. */
export async function watchDashboards(
  paths: readonly string[],
  options: PreviewOptions,
  terminal: Terminal,
): Promise<Watching> {
  const { servePages, watchFiles } = await import('./serving');
  const { cwd } = terminal;
  const { out, synth, port = 0 } = options;
  const names = new PageNames();
  let building = rebuild();
  const firstProblem = await building;
  const server = await servePages(resolve(cwd, out), port);
  const tell = (problem: string | undefined): void => {
    if (problem !== undefined) terminal.stderr.write(`${problem.split('\n').map(printable).join('\n')}\n`);
    server.tell(problem);
  };
  tell(firstProblem);
  const watched = [...(synth === undefined ? paths : ['.']), ...(options.instances ?? [])];
  const stop = await watchFiles(watched, synth === undefined ? [out] : [out, ...paths], cwd, () => {
    building = building.then(rebuild);
    void building.then(tell);
  });
  terminal.stdout.write(`${server.url}\n`);
  if (options.open) open(server.url, terminal);
  return {
    url: server.url,
    close: async () => {
      await stop();
      server.close();
    },
  };

  /** @returns what is wrong; then the pages stay as they were */
  async function rebuild(): Promise<string | undefined> {
    const problem = synth === undefined ? undefined : await synthesize(synth, cwd);
    return problem ?? finishedInTurns(writePages(paths, options, names, terminal));
  }
}

/** Writes all of the pages, or none where a dashboard can't be read; then it returns what is wrong. */
function* writePages(
  paths: readonly string[],
  options: PreviewOptions,
  names: PageNames,
  terminal: Terminal,
): Steps<string | undefined> {
  let problems = '';
  const stderr: Output = { write: (text) => (problems += text) };
  try {
    const reader = new Reader(options, { ...terminal, stderr });
    const dashboards = [...reader.read(paths)];
    if (reader.failures > 0) return problems.trim();
    yield* Writing.all(function* (writing) {
      const pages = new Pages(options, true, writing, names, terminal);
      for (const dashboard of dashboards) {
        yield;
        pages.add(dashboard);
      }
      pages.finish();
    });
    return undefined;
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return (error as Error).message;
  }
}
