import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..', '..', '..', '..');
/** Bindings are installed with everything else, and those of the other framework for its tests only. */
const PLACES = [ROOT, join(ROOT, 'cdktn')];

/** A field of a block: an attribute, or blocks of another kind. */
export interface Field {
  /** The blocks under the field. Undefined for an attribute. */
  readonly block?: string;
  readonly isList: boolean;
  readonly type: string;
}

/** The fields of a kind of blocks, by the names that the bindings give them. */
export type Fields = ReadonlyMap<string, Field>;

/** The blocks of a resource, as the declarations of its bindings have them. */
export class BindingsSchema {
  private readonly kinds = new Map<string, Fields>();

  /** @param module such as `@cdktf/provider-datadog/lib/dashboard` */
  public constructor(
    module: string,
    public readonly root: string,
  ) {
    const directory = dirname(require.resolve(module, { paths: PLACES }));
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

  /** The fields of a kind of blocks. */
  public fieldsOf(kind: string): Fields {
    return this.kinds.get(kind)!;
  }
}

function fieldsIn(body: string, kinds: ReadonlySet<string>): Fields {
  const fields = [...body.matchAll(/readonly (\w+)\??: (.*?);/g)].map(([, name, type]): [string, Field] => {
    const base = /^\w+/.exec(type)![0];
    return [name, { type, isList: type.includes('[]'), ...(kinds.has(base) && { block: base }) }];
  });
  return new Map(fields);
}

/** The typed dashboards and powerpacks of the bindings of both major versions of the provider. */
const RESOURCES: Record<string, readonly [module: string, root: string]> = {
  'datadog_dashboard 3.82': ['@cdktf/provider-datadog/lib/dashboard', 'DashboardConfig'],
  'datadog_powerpack 3.82': ['@cdktf/provider-datadog/lib/powerpack', 'PowerpackConfig'],
  'datadog_dashboard 4.19': ['@cdktn/provider-datadog/lib/dashboard', 'DashboardConfig'],
  'datadog_dashboard_v2 4.19': ['@cdktn/provider-datadog/lib/dashboard-v2', 'DashboardV2Config'],
  'datadog_powerpack 4.19': ['@cdktn/provider-datadog/lib/powerpack', 'PowerpackConfig'],
  'datadog_powerpack_v2 4.19': ['@cdktn/provider-datadog/lib/powerpack-v2', 'PowerpackV2Config'],
};

/** The blocks of a resource of installed bindings, by a name in `RESOURCES`. */
export function schemaOf(name: string): BindingsSchema {
  return new BindingsSchema(...RESOURCES[name]);
}

/**
 * Describes what holds for the resources whose names begin so; those of bindings that are not installed are skipped.
 *
 * @param title has `%s` for the name
 */
export function describeResources(
  title: string,
  start: 'datadog_' | 'datadog_dashboard',
  body: (name: string, schema: BindingsSchema) => void,
): void {
  for (const [name, [module]] of Object.entries(RESOURCES)) {
    if (!name.startsWith(start)) continue;
    const described = title.replace('%s', name);
    if (isInstalled(module)) describe(described, () => body(name, schemaOf(name)));
    else
      describe.skip(`${described} (skipped: \`npm ci --prefix cdktn\` installs it)`, () =>
        it('holds', () => {}));
  }
}

function isInstalled(module: string): boolean {
  try {
    return require.resolve(module, { paths: PLACES }) !== '';
  } catch {
    return false;
  }
}
