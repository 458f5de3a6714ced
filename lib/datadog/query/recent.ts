/** The largest number of texts to keep. One more, and all are forgotten. */
const MOST = 1000;

/** Reads texts, and keeps the results: many are read again and again, such as the scopes of queries. */
export class Recent<T> {
  private readonly results = new Map<string, T>();

  public constructor(private readonly read: (text: string) => T) {}

  /** @param key what the result depends on: texts with the same key have the same result */
  public of(text: string, key = text): T {
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const result = this.read(text);
    if (this.results.size === MOST) this.results.clear();
    this.results.set(key, result);
    return result;
  }
}
