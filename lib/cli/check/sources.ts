import { Dirent, existsSync, readdirSync, statSync } from 'fs';
import { join, resolve } from 'path';
import { Place } from '../../json/place';
import { isObject, JsonObject } from '../../json/value';
import { CONFIGURATION_FILE } from '../config/configuration';
import { DashboardFile, isDashboard, readJson } from '../files/dashboard';
import { FileError, fileError } from '../files/errors';
import { childOf, JsonText } from '../../json/text';
import { readTextFile } from '../files/read';
import { isTerraform, Resource, resourcesOf } from '../../terraform/resources';
import { jsonOfTemplate } from '../../terraform/template';
import { Terminal } from '../output/terminal';

/** A dashboard to check. */
export interface DashboardSource {
  readonly kind: 'dashboard';
  /** The file that it is in. */
  readonly path: string;
  /** The Terraform resource of the dashboard. */
  readonly resource?: string;
  /** Terraform's JSON that the resource is in. */
  readonly stack?: JsonObject;
  readonly dashboard: JsonObject;
  /** The exported file, if it is one. */
  readonly file?: DashboardFile;
  /**
   * The start and the end of the value under these keys. If there is no such value, those of the nearest one
   * around it.
   */
  placeOf(keys: readonly (string | number)[]): { readonly start: Place; readonly end?: Place };
}

/** Something that is passed over, and why. */
interface Note {
  readonly kind: 'note';
  readonly path: string;
  readonly message: string;
  readonly isDashboard: boolean;
  /** The resource, where its widgets are blocks of Terraform, and Terraform's JSON that it is in. */
  readonly typed?: { readonly resource: Resource; readonly stack: JsonObject };
}

/** What is found at a path. */
export type Source = DashboardSource | Note | { readonly kind: 'failure'; readonly error: FileError };

/**
 * Terraform's JSON; OpenTofu reads both names.
 *
 * Source: https://opentofu.org/docs/language/files/
 */
const TERRAFORM_FILE = /\.(tf|tofu)\.json$/;

const DASHBOARD_TYPES = ['datadog_dashboard_json', 'datadog_dashboard', 'datadog_dashboard_v2'];

/** The dashboards of an exported file, of a directory of them, or of what CDKTF has synthesized. */
export function* sourcesIn(path: string, terminal: Terminal): Generator<Source> {
  let dashboards = 0;
  for (const source of sourcesAt(path, terminal)) {
    if (source.kind !== 'note' || source.isDashboard) dashboards++;
    yield source;
  }
  if (dashboards === 0) {
    yield failure(
      new FileError(path, 'has no dashboard in it. Name exported dashboards, or a cdktf.out with dashboards'),
    );
  }
}

function* sourcesAt(path: string, terminal: Terminal): Generator<Source> {
  try {
    if (statSync(resolve(terminal.cwd, path)).isDirectory()) yield* sourcesInDirectory(path, terminal);
    else yield* sourcesInFile(path, terminal, true);
  } catch (error) {
    yield failure(fileError(path, 'can not be read', error));
  }
}

/**
 * The stacks of a synthesized app, else the JSON files in a directory and the directories in it, ordered by
 * name.
 */
function* sourcesInDirectory(path: string, terminal: Terminal): Generator<Source> {
  const stacks = stacksIn(path, terminal);
  if (stacks) {
    for (const stack of stacks) yield* sourcesInFile(stack, terminal, false);
    return;
  }
  for (const entry of entriesOf(path, terminal)) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* sourcesAt(inside, terminal);
    } else if (isJson(entry.name) && !isLinkToDirectory(entry, inside, terminal)) {
      yield* sourcesInFile(inside, terminal, false);
    }
  }
}

function isJson(name: string): boolean {
  return /\.json$/i.test(name) && name !== CONFIGURATION_FILE;
}

function entriesOf(path: string, { cwd }: Terminal): Dirent[] {
  const entries = readdirSync(resolve(cwd, path), { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Links to directories are not followed, since they may form circles. */
function isLinkToDirectory(entry: Dirent, path: string, { cwd }: Terminal): boolean {
  return entry.isSymbolicLink() && isDirectory(resolve(cwd, path));
}

/** What can't be looked at is no directory: reading it tells why. */
function isDirectory(absolute: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch {
    return false;
  }
}

/** The files of the stacks in a directory that CDKTF has synthesized, from its manifest. */
function stacksIn(path: string, terminal: Terminal): string[] | undefined {
  const manifest = join(path, 'manifest.json');
  if (!existsSync(resolve(terminal.cwd, manifest))) return undefined;
  let value: unknown;
  try {
    value = readJson(manifest, readTextFile(manifest, terminal).text).value;
  } catch {
    return undefined;
  }
  if (!isObject(value) || !isObject(value.stacks)) return undefined;
  const files = Object.values(value.stacks).map((stack) => isObject(stack) && stack.synthesizedStackPath);
  if (!files.every((file): file is string => typeof file === 'string')) return undefined;
  return files.map((file) => join(path, file));
}

function* sourcesInFile(path: string, terminal: Terminal, named: boolean): Generator<Source> {
  let text = '';
  try {
    const file = readTextFile(path, terminal);
    text = file.text;
    const json = readJson(path, text);
    if (isDashboard(json.value)) yield dashboardOf({ ...file, json, dashboard: json.value });
    else if (isTerraform(json.value)) yield* sourcesInStack(path, json, json.value);
    else if (!TERRAFORM_FILE.test(path)) yield other(path, named);
  } catch (error) {
    const problem = fileError(path, 'can not be read', error);
    yield named || mayBeDashboard(text)
      ? failure(problem)
      : note(problem.path, `passed over: ${problem.problem}`, false);
  }
}

/** Whether a text that is not JSON is probably a dashboard with a mistake. */
function mayBeDashboard(text: string): boolean {
  return text === '' || text.includes('"widgets"') || text.includes('"datadog_dashboard');
}

function other(path: string, named: boolean): Source {
  const message =
    'is JSON, but not a dashboard: it has no list of widgets. Name an exported dashboard, or the cdk.tf.json ' +
    'of a stack';
  return named ? failure(new FileError(path, message)) : note(path, 'ignored: it is not a dashboard', false);
}

/** The dashboard of an exported file. */
export function dashboardOf(file: DashboardFile): DashboardSource {
  const { path, json, dashboard } = file;
  return {
    kind: 'dashboard',
    path,
    dashboard,
    file,
    placeOf: (keys) => {
      let node = json.root;
      for (const key of keys) {
        const next = childOf(node, key);
        if (!next) return { start: json.placeOf(node.offset) };
        node = next;
      }
      return { start: json.placeOf(node.offset), end: json.placeOf(node.offset + node.length) };
    },
  };
}

function sourcesInStack(path: string, json: JsonText, stack: JsonObject): Source[] {
  return resourcesOf(stack, DASHBOARD_TYPES).map((resource) => resourceSource(path, json, stack, resource));
}

function resourceSource(path: string, json: JsonText, stack: JsonObject, resource: Resource): Source {
  const address = `${resource.type}.${resource.name}`;
  const unchecked = (why: string): Note => note(path, `${address} is not checked: ${why}`, true);
  if (resource.type !== 'datadog_dashboard_json') {
    return { ...unchecked('its widgets are blocks of Terraform and not JSON'), typed: { resource, stack } };
  }
  const { dashboard } = resource.body;
  const template = typeof dashboard === 'string' ? jsonOfTemplate(dashboard) : undefined;
  if (!template) return unchecked('it has values that only Terraform knows');
  const start = json.placeOf(offsetOf(json, [...resource.path, 'dashboard']));
  try {
    const inner = readJson(address, template.text);
    if (!isDashboard(inner.value)) {
      if (template.hasPlaceholders) return unchecked('it has values that only Terraform knows');
      return failure(new FileError(path, `${address} is not a dashboard: it has no list of widgets`, start));
    }
    const placeOf = () => ({ start });
    return { kind: 'dashboard', path, resource: address, stack, dashboard: inner.value, placeOf };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (template.hasPlaceholders) return unchecked('it has values that only Terraform knows');
    return failure(new FileError(path, `the text of ${error.message}`, start));
  }
}

function offsetOf(json: JsonText, keys: readonly (string | number)[]): number {
  return keys.reduce((node, key) => childOf(node, key) ?? node, json.root).offset;
}

function failure(error: FileError): Source {
  return { kind: 'failure', error };
}

function note(path: string, message: string, isDashboard: boolean): Note {
  return { kind: 'note', path, message, isDashboard };
}
