/** The largest number of texts to keep. One more, and all are forgotten. */
const MOST = 1000;

/** Keeps the results for texts that are read again and again, such as the scopes of queries. */
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
