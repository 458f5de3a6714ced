import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { Assets, PageOptions, pageHtml } from '../../preview/html';
import { wordsIn } from '../../preview/locales';
import { PageContent } from '../../preview/model';
import { IndexEntry, indexHtml } from '../../preview/index-page';
import { filled } from '../../preview/shared/filled';
import { FileError } from '../files/errors';
import { Writing } from '../files/writing';
import { printable, Terminal } from '../output/terminal';
import { Steps } from '../steps';
import { packageDirectory } from '../version';
import { PreviewedDashboard } from './dashboards';
import { PreviewOptions } from './options';
import { Pair, plannedPair } from './against/pairs';
import { pictureOf } from './picture/picture';
import { refuseForeign } from './own-page';
import { INDEX, PageNames } from './page-names';

interface WrittenPage extends IndexEntry {
  /** Where it is until all of them get their places. */
  readonly written: string;
}

/** Writes pages into a directory, and the index of them at the end. */
export class Pages {
  private readonly entries: WrittenPage[] = [];
  private readonly out: string;
  private readonly assets = readAssets();
  private readonly options: PageOptions;

  /** How many of them show changes. */
  public changed = 0;

  /** @param live whether the pages ask their server for changes */
  public constructor(
    { out, locale, images = false }: PreviewOptions,
    live: boolean,
    private readonly writing: Writing,
    private readonly names: PageNames,
    private readonly terminal: Terminal,
  ) {
    this.out = out;
    this.options = { locale, images, live };
    writing.makeDirectory(out, resolve(terminal.cwd, out));
  }

  /** How many there are. */
  public get count(): number {
    return this.entries.length;
  }

  /** Adds a picture of each page. */
  public *addPictures(failed: (error: FileError) => void): Steps<void> {
    for (const { file, written } of this.entries) {
      yield;
      try {
        const path = join(this.out, file);
        const { png, note } = pictureOf(path, written);
        this.write(file.replace(/\.html$/, '.png'), png);
        if (note !== undefined) this.terminal.stderr.write(`${printable(`${path}: note: ${note}`)}\n`);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        failed(error);
      }
    }
  }

  /** The page of a dashboard; with what a plan changes, if it changes anything. */
  public add(dashboard: PreviewedDashboard): void {
    const pair = plannedPair(dashboard);
    if (pair && pair.changes.length > 0) this.addChanges(pair);
    else this.addDashboard(dashboard);
  }

  private addDashboard({ source, model }: PreviewedDashboard): void {
    const { title, graphs } = model;
    const { graphsWithFilter } = wordsIn(this.options.locale);
    const filtered = graphs.filter(({ filters }) => filters.length > 0).length;
    const about = filled(graphsWithFilter, { count: filtered, all: graphs.length });
    this.addPage({ dashboard: model, index: INDEX }, { title, source, about });
  }

  /** A page with a dashboard before and after. */
  public addChanges({ title, source, ...changes }: Pair): void {
    if (changes.changes.length > 0) this.changed++;
    const { changes: word } = wordsIn(this.options.locale);
    const about = `${word}: ${changes.changes.length}`;
    this.addPage({ changes, index: INDEX }, { title, source, about });
  }

  private addPage(content: PageContent, entry: Omit<IndexEntry, 'file'>): void {
    const { source, title } = entry;
    // What is gone from a file may be in it beside what is new there.
    const same = this.entries.filter((other) => other.source === source).length;
    const file = this.names.nameFor(`${source}\0${same}`, title);
    const written = this.write(file, pageHtml(content, entry.title, this.assets, this.options));
    this.entries.push({ file, written, ...entry });
  }

  /** @returns the path of the index, as users name it */
  public finish(): string {
    this.write(INDEX, indexHtml(this.entries, this.assets, this.options));
    return join(this.out, INDEX);
  }

  /** @returns where it is until all of them get their places */
  private write(file: string, content: string | Buffer): string {
    const path = join(this.out, file);
    const absolute = resolve(this.terminal.cwd, path);
    // A picture is of a preview where its page is one.
    const isOver = typeof content !== 'string' && existsSync(absolute.replace(/\.png$/, '.html'));
    if (!isOver) refuseForeign(path, absolute);
    return this.writing.add({ path, absolute, content });
  }
}

/** The script and the styles of pages, which are built from the folder `page`. */
function readAssets(): Assets {
  const read = (name: string) => readFileSync(join(packageDirectory(), 'dist', 'page', name), 'utf8');
  return { script: read('page.js'), style: read('page.css') };
}
