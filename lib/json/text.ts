import { NamedStrings, StringRange } from './named-strings';
import { DEEPEST_JSON, nestingProblem, syntaxProblem } from './problem';
import { Lines, Place } from './place';
import { JsonNode, rootOf } from './node';
import { JsonObject } from './value';

/** JSON text with its value, and the position of everything in it. */
export class JsonText {
  private tree: JsonNode | undefined;
  private lines: Lines | undefined;
  private ascii: boolean | undefined;
  private readonly strings = new Map<string, NamedStrings>();

  /**
   * Reads strict JSON.
   *
   * @throws NotJson if it is not JSON, or is nested too deep
   */
  public static read(text: string): JsonText {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw nestingProblem(text) ?? syntaxProblem(text) ?? error;
    }
    if (isContainer(value) && isDeeper(value, DEEPEST_JSON)) throw nestingProblem(text);
    return new JsonText(text, value);
  }

  private constructor(
    public readonly text: string,
    public readonly value: unknown,
  ) {}

  /** Whether it has no character beyond ASCII. */
  public get isAscii(): boolean {
    this.ascii ??= /^[\u0000-\u007f]*$/.test(this.text);
    return this.ascii;
  }

  /** The node of the whole text. */
  public get root(): JsonNode {
    this.tree ??= rootOf(this.text);
    return this.tree;
  }

  /**
   * Where the string with that value and name is written. It is found without the tree; undefined where that is not certain.
   */
  public onlyRangeOf(name: string, value: string): StringRange | undefined {
    let strings = this.strings.get(name);
    if (!strings) this.strings.set(name, (strings = new NamedStrings(this.text, name)));
    return strings.only(value);
  }

  public placeOf(offset: number): Place {
    this.lines ??= new Lines(this.text);
    return this.lines.placeOf(offset);
  }
}

/** The node of the value of a property, or of an item. */
export function childOf(node: JsonNode, key: string | number): JsonNode | undefined {
  if (typeof key === 'string') return node.properties?.get(key);
  return node.type === 'array' ? node.children[key] : undefined;
}

/**
 * Whether the value has more than that number of levels. It makes no lists of values, since it looks at all
 * JSON.
 */
function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (isContainer(item) && isDeeper(item, levels - 1)) return true;
  } else {
    const object = value as JsonObject;
    for (const name in object) {
      const item = object[name];
      if (isContainer(item) && isDeeper(item, levels - 1)) return true;
    }
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
