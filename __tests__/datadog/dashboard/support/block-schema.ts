/** A field of a block: an attribute, or blocks of another kind. */
export interface Field {
  /** The kind of the blocks under the field. Undefined for an attribute. */
  readonly block?: string;
  readonly isList: boolean;
}

/** The fields of a kind of blocks, by the names that the bindings give them. */
export type Fields = ReadonlyMap<string, Field>;

/** The blocks of a resource. */
export interface BlockSchema {
  /** The kind of the resource itself. */
  readonly root: string;
  /** The fields of a kind of blocks. */
  fieldsOf(kind: string): Fields;
}
