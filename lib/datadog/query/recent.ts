/** The most texts to keep. The next one empties the memory. */
const MOST = 1000;

/** Keeps the results of reading texts that are often repeated, such as the scopes of queries. */
export class Recent<T> {
  private readonly results = new Map<string, T>();

  /** @param read reads a text that is not in memory */
  public of(text: string, read: () => T): T {
    const known = this.results.get(text);
    if (known !== undefined) return known;
    const result = read();
    if (this.results.size === MOST) this.results.clear();
    this.results.set(text, result);
    return result;
  }
}
