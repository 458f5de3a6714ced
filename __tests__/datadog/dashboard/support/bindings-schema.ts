import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { BlockSchema, Field, Fields } from './block-schema';

/** The blocks of a resource, as the declarations of installed bindings have them. */
export class BindingsSchema implements BlockSchema {
  private readonly kinds = new Map<string, Fields>();

  /** @param module that of the resource, in the bindings */
  public constructor(
    module: string,
    public readonly root: string,
  ) {
    const directory = dirname(require.resolve(module));
    const structs = join(directory, 'index-structs');
    const files = readdirSync(structs).map((name) => join(structs, name));
    const texts = [...files, join(directory, 'index.d.ts')]
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => readFileSync(file, 'utf8'));
    const declared = texts.flatMap((text) => [
      ...text.matchAll(/export interface (\w+)(?: extends [\w.]+)? \{([^]*?)\n\}/g),
    ]);
    const names = new Set(declared.map(([, name]) => name));
    for (const [, name, body] of declared) this.kinds.set(name, fieldsIn(body, names));
  }

  public fieldsOf(kind: string): Fields {
    return this.kinds.get(kind)!;
  }
}

function fieldsIn(body: string, kinds: ReadonlySet<string>): Fields {
  const fields = [...body.matchAll(/readonly (\w+)\??: (.*?);/g)].map(([, name, type]): [string, Field] => {
    const base = /^\w+/.exec(type)![0];
    return [name, { isList: type.includes('[]'), ...(kinds.has(base) && { block: base }) }];
  });
  return new Map(fields);
}
