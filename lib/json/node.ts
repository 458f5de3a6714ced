import { Brackets, endOfRun, opens, skipSpace, stringEnd } from './scan';

/** A number, `true`, `false` or `null`. */
const WORD = /[\w.+-]*/y;

/** Either a value or, in an object, a property with its name and value. */
export type NodeType = 'object' | 'array' | 'scalar' | 'property';

/** A part of valid JSON text, with its position. */
export interface JsonNode {
  readonly type: NodeType;
  readonly offset: number;
  readonly length: number;
  /** The name of a property. */
  readonly key?: string;
  /** The object or array that a value is in. */
  readonly container?: JsonNode;
  /** The items of an array, the properties of an object, or the name and value of a property. */
  readonly children: readonly JsonNode[];
  /** The values of an object's properties. Of properties with the same name it is the last one, as in `JSON.parse`. */
  readonly properties?: ReadonlyMap<string, JsonNode>;
}

/** The node of valid JSON text. Children are read only when needed: most of a large file never is. */
export function rootOf(text: string): JsonNode {
  return new ValueNode({ text, brackets: new Brackets(text) }, skipSpace(text, 0));
}

interface Source {
  readonly text: string;
  readonly brackets: Brackets;
}

class ValueNode implements JsonNode {
  private inside: readonly JsonNode[] | undefined;
  private byName: ReadonlyMap<string, JsonNode> | undefined;
  public readonly length: number;

  public constructor(
    private readonly source: Source,
    public readonly offset: number,
    public readonly container?: JsonNode,
  ) {
    this.length = endOf(source, offset) - offset;
  }

  public get type(): NodeType {
    const sign = this.source.text[this.offset];
    return sign === '{' ? 'object' : sign === '[' ? 'array' : 'scalar';
  }

  public get children(): readonly JsonNode[] {
    this.inside ??= this.type === 'scalar' ? [] : this.read();
    return this.inside;
  }

  public get properties(): ReadonlyMap<string, JsonNode> | undefined {
    if (this.type !== 'object') return undefined;
    this.byName ??= new Map(this.children.map(({ key, children }) => [key!, children[1]]));
    return this.byName;
  }

  private read(): JsonNode[] {
    const { source, type } = this;
    const { text } = source;
    const last = this.offset + this.length - 1;
    const nodes: JsonNode[] = [];
    let offset = skipSpace(text, this.offset + 1);
    while (offset < last) {
      const node =
        type === 'object' ? new PropertyNode(source, offset, this) : new ValueNode(source, offset, this);
      nodes.push(node);
      offset = skipSpace(text, node.offset + node.length);
      if (offset < last) offset = skipSpace(text, offset + 1);
    }
    return nodes;
  }
}

class PropertyNode implements JsonNode {
  public readonly type = 'property';
  private readonly name: JsonNode;
  private readonly value: JsonNode;

  public constructor(
    private readonly source: Source,
    public readonly offset: number,
    object: JsonNode,
  ) {
    const { text } = source;
    this.name = new ValueNode(source, offset);
    const colon = skipSpace(text, offset + this.name.length);
    this.value = new ValueNode(source, skipSpace(text, colon + 1), object);
  }

  public get key(): string {
    const written = this.source.text.slice(this.offset, this.offset + this.name.length);
    return written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
  }

  public get length(): number {
    return this.value.offset + this.value.length - this.offset;
  }

  public get children(): readonly JsonNode[] {
    return [this.name, this.value];
  }
}

/** The end of the value that begins at that position. */
function endOf({ text, brackets }: Source, start: number): number {
  if (text[start] === '"') return stringEnd(text, start + 1) + 1;
  return opens(text[start]) ? brackets.closingOf(start) + 1 : endOfRun(WORD, text, start);
}
