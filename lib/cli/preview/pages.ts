import { join, resolve } from 'path';
import { Assets, PageOptions, pageHtml } from '../../preview/html';
import { IndexEntry, indexHtml } from '../../preview/index-page';
import { makeDirectory, writeFile } from '../files/write';
import { Terminal } from '../output/terminal';
import { PreviewedDashboard } from './dashboards';

export const INDEX = 'index.html';

/** Writes pages into a directory, each as soon as it is made, and the index of them at the end. */
export class Pages {
  private readonly entries: IndexEntry[] = [];
  private readonly names = new Set([INDEX]);

  public constructor(
    private readonly out: string,
    private readonly assets: Assets,
    private readonly options: PageOptions,
    private readonly terminal: Terminal,
  ) {
    makeDirectory(out, resolve(terminal.cwd, out));
  }

  /** How many there are. */
  public get count(): number {
    return this.entries.length;
  }

  public add({ source, model }: PreviewedDashboard): void {
    const file = this.nameFor(model.title);
    this.write(file, pageHtml({ dashboard: model, index: INDEX }, model.title, this.assets, this.options));
    const { title, graphs } = model;
    const filtered = graphs.filter(({ filters }) => filters.length > 0).length;
    this.entries.push({ file, title, source, graphs: graphs.length, filtered });
  }

  /** @returns the path of the index, as users name it */
  public finish(): string {
    return this.write(INDEX, indexHtml(this.entries, this.assets, this.options));
  }

  private write(file: string, content: string): string {
    const path = join(this.out, file);
    writeFile({ path, absolute: resolve(this.terminal.cwd, path), content });
    return path;
  }

  /** A name that no other page has, also where the file system does not tell capitals apart. */
  private nameFor(title: string): string {
    const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['dashboard'];
    const stem = words.join('-').slice(0, 60);
    let name = `${stem}.html`;
    for (let number = 2; this.names.has(name); number++) name = `${stem}-${number}.html`;
    this.names.add(name);
    return name;
  }
}
