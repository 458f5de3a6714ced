/** The most texts to keep. The next one empties the memory. */
const MOST = 1000;

/** Keeps the results of reading texts that are often repeated, such as the scopes of queries. */
export class Recent<T> {
  private readonly results = new Map<string, T>();

  /** The result of a text that was kept. */
  public get(text: string): T | undefined {
    return this.results.get(text);
  }

  /** Keeps the result of a text, and gives it back. */
  public keep(text: string, result: T): T {
    if (this.results.size === MOST) this.results.clear();
    this.results.set(text, result);
    return result;
  }
}
