/** So many texts are remembered before all of them are forgotten. */
const MOST = 1000;

/** What has been read of texts that come again and again, such as the scopes of a dashboard's queries. */
export class Recent<T> {
  private readonly results = new Map<string, T>();

  /** @param read reads the text, where that has not been done yet */
  public of(text: string, read: () => T): T {
    const known = this.results.get(text);
    if (known !== undefined) return known;
    const result = read();
    if (this.results.size === MOST) this.results.clear();
    this.results.set(text, result);
    return result;
  }
}
