import { BadInput, oneOf, placing } from '../../bad-input';
import { JsonNode } from '../../json/node';
import { Place } from '../../json/place';
import { childOf, JsonText } from '../../json/text';
import { isObject, JsonObject } from '../../json/value';

/** The readers of the keys of an object. */
export type Readers<T> = { readonly [Key in keyof T]-?: (value: ConfiguredValue) => T[Key] };

/** A value in a configuration file, with its name and its place. Errors are a BadInput with that place. */
export class ConfiguredValue {
  /** @param path what to call the file in errors */
  public static whole(path: string, json: JsonText): ConfiguredValue {
    return new ConfiguredValue(path, json, json.root, json.value, '');
  }

  private constructor(
    private readonly path: string,
    private readonly json: JsonText,
    private readonly node: JsonNode,
    private readonly value: unknown,
    /** For example `excuses[0].reason`; empty for the whole file. */
    public readonly name: string,
  ) {}

  public get place(): Place {
    return this.json.placeOf(this.node.offset);
  }

  /** Reads an object with some of those keys, and no others. */
  public object<T>(readers: Readers<T>): Partial<T> {
    const known = new Map(Object.entries<(value: ConfiguredValue) => unknown>(readers));
    const read = this.entries().map(([key, value]) => {
      value.checked(key, () => oneOf(this.name, key, [...known.keys()]));
      return [key, known.get(key)!(value)];
    });
    return Object.fromEntries(read);
  }

  /** Reads an object with any keys. */
  public record<T>(read: (value: ConfiguredValue) => T): Readonly<Record<string, T>> {
    return Object.fromEntries(this.entries().map(([key, value]) => [key, read(value)]));
  }

  /** Reads text, or a list of texts. */
  public textOrList(): string | readonly string[] {
    return Array.isArray(this.value) ? this.list((item) => item.text()) : this.text();
  }

  public list<T>(read: (item: ConfiguredValue) => T): readonly T[] {
    const { value: items, node } = this;
    if (!Array.isArray(items)) throw this.refused('is not a list', 'Write it in brackets: [ … ]');
    return items.map((item, index) =>
      read(this.inside(node.children[index], item, `${this.name}[${index}]`)),
    );
  }

  public text(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    throw this.refused('is not text, or is blank', 'Write words in double quotes');
  }

  public flag(): boolean {
    if (typeof this.value === 'boolean') return this.value;
    throw this.refused('is neither true nor false', 'Write one of the two, without quotes');
  }

  public number(): number {
    if (typeof this.value === 'number') return this.value;
    throw this.refused('is not a number', 'Write a number such as 5, without quotes');
  }

  public oneOf<Word extends string>(words: readonly Word[]): Word {
    return this.checked(this.text(), (word) => oneOf(this.name, word, words)) as Word;
  }

  /** Checks what was read. A BadInput about a key inside gets the place of that key. */
  public checked<T>(read: T, check: (read: T) => void): T {
    placing(
      (error) => {
        const { place, name } = this.child(error.what) ?? this;
        return new BadInput(name, error.value, error.rule, error.fix, error).inFile(this.path, place);
      },
      () => check(read),
    );
    return read;
  }

  /** The error that the value breaks a rule. */
  public refused(rule: string, fix: string): BadInput {
    return new BadInput(this.name, this.value, rule, fix).inFile(this.path, this.place);
  }

  private entries(): [key: string, value: ConfiguredValue][] {
    if (!isObject(this.value)) throw this.refused('is not an object', 'Write it in braces: { … }');
    return Object.keys(this.value).map((key) => [key, this.child(key)!]);
  }

  private child(key: string): ConfiguredValue | undefined {
    const node = childOf(this.node, key);
    const name = this.name === '' ? key : `${this.name}.${key}`;
    return node && this.inside(node, (this.value as JsonObject)[key], name);
  }

  private inside(node: JsonNode, value: unknown, name: string): ConfiguredValue {
    return new ConfiguredValue(this.path, this.json, node, value, name);
  }
}
