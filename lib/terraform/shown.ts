import { isObject, JsonObject } from '../json/value';

/** What stands for a value that Terraform does not know before it applies the plan. */
export const KNOWN_LATER = '%{known after apply}';

/** What stands for a value that Terraform hides. */
export const SENSITIVE = '%{sensitive value}';

/** A resource of a plan or a state, as `terraform show -json` prints it. */
export interface ShownResource {
  /** For example `module.shop.datadog_dashboard.cart["eu"]`. */
  readonly address: string;
  readonly type: string;
  /** What a plan starts from. Undefined for a new resource, and in a state. */
  readonly before?: JsonObject;
  /** What is there afterwards, or what a state has. Undefined for a resource that goes. */
  readonly after?: JsonObject;
  /** Whether it is of a plan. */
  readonly isPlanned: boolean;
}

/** Whether the value is what `terraform show -json` or `tofu show -json` prints of a plan or a state. */
export function isShown(value: unknown): value is JsonObject {
  return isObject(value) && typeof value.format_version === 'string';
}

/** Whether a text is what Terraform prints of a plan or a state, by its first field. It prints them on one line. */
export function beginsAsShown(text: string): boolean {
  return /^\s*\{\s*"format_version":\s*"/.test(text.slice(0, 100));
}

/** Whether the value is a state file as Terraform keeps it. */
export function isStateFile(value: unknown): boolean {
  return isObject(value) && Array.isArray(value.resources) && 'lineage' in value && 'serial' in value;
}

/** Why the format is not read, as the rest of a sentence; undefined if it is. Before 0.2 it does not say what is sensitive. */
export function formatProblem({ format_version: version }: JsonObject): string | undefined {
  if (/^(0\.2|1(\.\d+)?)$/.test(String(version))) return undefined;
  return (
    `is in version ${version} of Terraform's JSON format, and those that are read are 0.2 and 1. Use Terraform 1.0 or ` +
    'later and the newest rookout-datadog'
  );
}

/**
 * The managed resources of those types, of all modules, in order. In place of a value that is not known yet, or that is
 * sensitive, stands `KNOWN_LATER` or `SENSITIVE`. Both are directives of a template, which no query or title is read from.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function shownResources(shown: JsonObject, types: ReadonlySet<string>): ShownResource[] {
  if (!Array.isArray(shown.resource_changes)) {
    return isObject(shown.values) ? resourcesOfModule(shown.values.root_module, types) : [];
  }
  return shown.resource_changes.flatMap((one) => {
    if (!isObject(one) || !isWanted(one, types) || 'deposed' in one || !isObject(one.change)) return [];
    const { actions, before, after, after_unknown, before_sensitive, after_sensitive } = one.change;
    const next = isObject(after) ? masked(after, after_unknown, after_sensitive) : undefined;
    const old = isObject(before) ? masked(before, false, before_sensitive) : undefined;
    const stays =
      Array.isArray(actions) && actions.every((action) => action === 'no-op' || action === 'read');
    return {
      address: String(one.address),
      type: String(one.type),
      before: (stays ? next : old) as JsonObject | undefined,
      after: next as JsonObject | undefined,
      isPlanned: true,
    };
  });
}

function resourcesOfModule(module: unknown, types: ReadonlySet<string>): ShownResource[] {
  if (!isObject(module)) return [];
  const { resources, child_modules: children } = module;
  const own = (Array.isArray(resources) ? resources : []).flatMap((one) => {
    if (!isObject(one) || !isWanted(one, types) || !isObject(one.values)) return [];
    const after = masked(one.values, false, one.sensitive_values) as JsonObject;
    return { address: String(one.address), type: String(one.type), after, isPlanned: false };
  });
  return [
    ...own,
    ...(Array.isArray(children) ? children : []).flatMap((child) => resourcesOfModule(child, types)),
  ];
}

function isWanted({ mode, type }: JsonObject, types: ReadonlySet<string>): boolean {
  return mode === 'managed' && typeof type === 'string' && types.has(type);
}

/** What in a value stands for one that is not known or not to be seen. Undefined if nothing does. */
export function maskIn(value: unknown): string | undefined {
  if (value === KNOWN_LATER || value === SENSITIVE) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const mask = maskIn(part);
    if (mask !== undefined) return mask;
  }
  return undefined;
}

/**
 * The value without what is not known or sensitive. The two marks have its shape: `true` marks everything under it.
 */
function masked(value: unknown, unknown: unknown, sensitive: unknown): unknown {
  if (sensitive === true) return SENSITIVE;
  if (unknown === true) return KNOWN_LATER;
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const items = Array.isArray(value) ? value : [];
    const length = Math.max(items.length, Array.isArray(unknown) ? unknown.length : 0);
    return Array.from({ length }, (_, index) =>
      masked(items[index] ?? null, partOf(unknown, index), partOf(sensitive, index)),
    );
  }
  if (!isObject(value)) return value;
  const names = new Set([...Object.keys(value), ...Object.keys(isObject(unknown) ? unknown : {})]);
  return Object.fromEntries(
    Array.from(names, (name) => [name, masked(value[name], partOf(unknown, name), partOf(sensitive, name))]),
  );
}

function partOf(marks: unknown, key: string | number): unknown {
  return typeof marks === 'object' && marks !== null ? (marks as JsonObject)[key] : undefined;
}
