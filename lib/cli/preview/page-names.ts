/** The index of the pages. */
export const INDEX = 'index.html';

/** The names of pages. A dashboard keeps the name that it got first, also when its title changes. */
export class PageNames {
  private readonly bySource = new Map<string, string>();
  private readonly taken = new Set([INDEX]);

  /**
   * A name that no other page has, also where the file system does not tell capitals apart.
   *
   * @param source what no other dashboard has: where it comes from
   */
  public nameFor(source: string, title: string): string {
    const known = this.bySource.get(source);
    if (known !== undefined) return known;
    const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['dashboard'];
    const stem = [...words.join('-')].slice(0, 60).join('');
    let name = `${stem}.html`;
    for (let number = 2; this.taken.has(name); number++) name = `${stem}-${number}.html`;
    this.taken.add(name);
    this.bySource.set(source, name);
    return name;
  }
}
