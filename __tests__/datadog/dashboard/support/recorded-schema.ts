import { BlockSchema, Field, Fields } from './block-schema';

/**
 * The blocks of several resources. Each distinct block is there once, as the texts of its fields: `title`, or a name with
 * the position of its block, as in `request 12`. `[]` follows the name of a list.
 */
export interface Recorded {
  /** The position of the block that each resource is, by its name. */
  readonly resources: Readonly<Record<string, number>>;
  readonly blocks: readonly (readonly string[])[];
}

/** Records schemas, by the names of their resources. */
export function recorded(schemas: Readonly<Record<string, BlockSchema>>): Recorded {
  const positions = new Map<string, number>();
  const blocks: string[][] = [];
  const positionOf = (schema: BlockSchema, kind: string): number => {
    const block = [...schema.fieldsOf(kind)].map(([name, { isList, block: inner }]) =>
      [name + (isList ? '[]' : ''), ...(inner === undefined ? [] : [positionOf(schema, inner)])].join(' '),
    );
    const text = block.join();
    if (!positions.has(text)) positions.set(text, blocks.push(block) - 1);
    return positions.get(text)!;
  };
  const resources = Object.entries(schemas).map(([name, schema]) => [name, positionOf(schema, schema.root)]);
  return { resources: Object.fromEntries(resources), blocks };
}

/** The blocks of a resource that was recorded. */
export class RecordedSchema implements BlockSchema {
  public readonly root: string;

  public constructor(
    private readonly from: Recorded,
    resource: string,
  ) {
    this.root = String(from.resources[resource]);
  }

  public fieldsOf(kind: string): Fields {
    return new Map(this.from.blocks[Number(kind)].map(fieldOf));
  }
}

function fieldOf(text: string): [string, Field] {
  const [, name, list, block] = /^(\w+)(\[\])?(?: (\d+))?$/.exec(text)!;
  return [name, { isList: list !== undefined, ...(block !== undefined && { block }) }];
}
