import { Place } from '../../json/place';
import { isObject } from '../../json/value';
import { FileError } from '../files/errors';
import { FileDocument } from './documents';

/** A value in a file with what runs, and its place. Null is taken for nothing, as Kubernetes does. */
export class FileValue {
  /** @param path what to call the file in errors */
  public static whole(path: string, document: FileDocument): FileValue {
    return new FileValue(path, document, document.value, []);
  }

  private constructor(
    public readonly path: string,
    private readonly document: FileDocument,
    public readonly value: unknown,
    private readonly keys: readonly (string | number)[],
  ) {}

  public get place(): Place {
    return this.document.placeOf(this.keys);
  }

  public get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** The value under the keys, one in the other. It is missing where one of them is. */
  public get(...keys: readonly string[]): FileValue {
    return keys.reduce<FileValue>(
      (outer, key) => outer.under(key, isObject(outer.value) ? outer.value[key] : undefined),
      this,
    );
  }

  /** The items of a list; none if it is missing. */
  public get items(): readonly FileValue[] {
    if (this.isMissing) return [];
    if (!Array.isArray(this.value)) throw this.refused('is not a list');
    return this.value.map((item, index) => this.under(index, item));
  }

  /** The values of an object, by their keys. */
  public get entries(): readonly (readonly [key: string, value: FileValue])[] {
    if (!isObject(this.value)) throw this.refused('is not an object');
    return Object.keys(this.value).map((key) => [key, this.get(key)]);
  }

  /** The text; undefined if it is missing. */
  public get text(): string | undefined {
    if (this.isMissing) return undefined;
    if (typeof this.value === 'string') return this.value;
    throw this.refused(`is ${JSON.stringify(this.value)}, and not text. Put it in quotes`);
  }

  /** @param problem the rest of a sentence that begins with the value's name */
  public refused(problem: string): FileError {
    const name = this.keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
    return new FileError(this.path, `${name.replace(/^\./, '') || 'the document'} ${problem}`, this.place);
  }

  private under(key: string | number, value: unknown): FileValue {
    return new FileValue(this.path, this.document, value, [...this.keys, key]);
  }
}
