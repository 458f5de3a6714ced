import { isObject } from '../json/value';

/** A Terraform resource, and its place in Terraform's JSON. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly path: readonly (string | number)[];
}

/**
 * The path of the construct of a resource, as the framework notes it. A construct that wraps a resource calls that `Resource`:
 * the path is then its own.
 */
export function constructOf({ body }: Resource): string | undefined {
  const note = body['//'];
  const path = isObject(note) && isObject(note.metadata) ? note.metadata.path : undefined;
  return typeof path === 'string' ? path.replace(/(?<=.)\/Resource$/, '') : undefined;
}

/** Whether the value is Terraform's JSON, as CDKTF synthesizes it. */
export function isTerraform(value: unknown): value is Record<string, unknown> {
  return isObject(value) && (isObject(value.resource) || Array.isArray(value.resource));
}

/**
 * The resources of those types. Their blocks may be in lists.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json#nested-block-mapping
 */
export function resourcesOf(
  terraform: Readonly<Record<string, unknown>>,
  types: Iterable<string>,
): Resource[] {
  const resources: Resource[] = [];
  for (const byType of blocksOf(terraform.resource, ['resource'])) {
    for (const type of types) {
      for (const byName of blocksOf(byType.body[type], [...byType.path, type])) {
        for (const name of Object.keys(byName.body)) {
          const blocks = blocksOf(byName.body[name], [...byName.path, name]);
          resources.push(...blocks.map(({ body, path }) => ({ type, name, body, path })));
        }
      }
    }
  }
  return resources;
}

function blocksOf(value: unknown, path: readonly (string | number)[]): Pick<Resource, 'body' | 'path'>[] {
  if (isObject(value)) return [{ body: value, path }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => (isObject(item) ? [{ body: item, path: [...path, index] }] : []));
}
