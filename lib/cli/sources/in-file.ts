import { blocksOf, READERS_OF_BLOCKS } from '../../datadog/dashboard/blocks';
import { StringRange } from '../../json/named-strings';
import { Place } from '../../json/place';
import { childOf, JsonText } from '../../json/text';
import { isObject, JsonObject } from '../../json/value';
import { BlockType, DASHBOARD_TYPES, isBlockType } from '../../terraform/dashboard-types';
import { constructOf, isTerraform, Resource, resourcesOf } from '../../terraform/resources';
import { beginsAsShown, isShown, isStateFile } from '../../terraform/shown';
import { jsonOfTemplate, textsOfTemplates } from '../../terraform/template';
import { DashboardFile, isDashboard, readJson } from '../files/dashboard';
import { FileError, fileError } from '../files/errors';
import { readStandardInput, readTextFile, TextFile } from '../files/read';
import { Terminal } from '../output/terminal';
import { sourcesInPlan } from './in-plan';
import { DashboardSource, failure, PassedOver, partPassedOver, passedOver, Source } from './source';

/**
 * Terraform's JSON; OpenTofu reads both names.
 *
 * Source: https://opentofu.org/docs/language/files/
 */
const TERRAFORM_FILE = /\.(tf|tofu)\.json$/;

const STATE_FILE =
  'is a state as Terraform stores it. Name what it prints of it: terraform show -json > state.json';

const STREAM_NOT_FIXED = 'it comes from the standard input. Name its file';

const NOT_FIXED = 'CDKTF writes it again. Add RookoutTagging to the app that makes it';

/**
 * The dashboards of a file.
 *
 * @param named whether the user has named the file, and not only a directory that it is in
 * @param real the absolute path with symbolic links followed, where that is known
 */
export function* sourcesInFile(
  path: string,
  terminal: Terminal,
  named: boolean,
  real?: string,
): Generator<Source> {
  let text = '';
  try {
    const file = readTextFile(path, terminal);
    text = file.text;
    yield* sourcesInText({ ...file, real }, named);
  } catch (error) {
    const problem = fileError(path, 'can not be read', error);
    yield named || mayBeDashboard(text)
      ? failure(problem)
      : passedOver(problem.path, `passed over: ${problem.problem}`, false);
  }
}

/** The dashboards that come from the standard input. There is no file of them that could be written. */
export function* sourcesInStandardInput(terminal: Terminal): Generator<Source> {
  for (const source of sourcesInText(readStandardInput(terminal), true)) {
    const isFile = source.kind === 'dashboard' && source.file !== undefined;
    yield isFile ? { ...source, file: undefined, notFixed: STREAM_NOT_FIXED } : source;
  }
}

function* sourcesInText(file: TextFile, named: boolean): Generator<Source> {
  const { path, text } = file;
  if (beginsAsShown(text)) return yield* sourcesInPlan(path, shownIn(path, text));
  const json = readJson(path, text);
  if (isDashboard(json.value)) yield dashboardOf({ ...file, json, dashboard: json.value });
  else if (isTerraform(json.value)) yield* sourcesInStack(path, json, json.value);
  else if (isShown(json.value)) yield* sourcesInPlan(path, json.value);
  else if (isStateFile(json.value)) throw new FileError(path, STATE_FILE);
  else if (!TERRAFORM_FILE.test(path)) yield other(path, named);
}

/** A plan may be larger than all else, and its places are not told: the engine's own reader is several times faster. */
function shownIn(path: string, text: string): JsonObject {
  try {
    return JSON.parse(text);
  } catch {
    return readJson(path, text).value as JsonObject;
  }
}

/** Whether a text that can't be parsed is probably a dashboard with a mistake. */
export function mayBeDashboard(text: string): boolean {
  return text === '' || /"widgets"|"datadog_(dashboard|powerpack)/.test(text);
}

function other(path: string, named: boolean): Source {
  const message =
    'is JSON, but not a dashboard: it has no list of widgets. Name an exported dashboard, the cdk.tf.json ' +
    'of a stack, or what terraform show -json prints';
  return named
    ? failure(new FileError(path, message))
    : passedOver(path, 'ignored: it is not a dashboard', false);
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
      const value = keys.reduce<unknown>((at, key) => (at as Keyed | undefined)?.[key], dashboard);
      const only = typeof value === 'string' ? json.onlyRangeOf(String(keys.at(-1)), value) : undefined;
      if (only) return rangeOf(json, only);
      let node = json.root;
      for (const key of keys) {
        const next = childOf(node, key);
        if (!next) return { start: json.placeOf(node.offset) };
        node = next;
      }
      return rangeOf(json, node);
    },
  };
}

type Keyed = Readonly<Record<string | number, unknown>>;

function rangeOf(json: JsonText, { offset, length }: StringRange): { start: Place; end: Place } {
  return { start: json.placeOf(offset), end: json.placeOf(offset + length) };
}

function sourcesInStack(path: string, json: JsonText, stack: JsonObject): Source[] {
  return resourcesOf(stack, DASHBOARD_TYPES).flatMap((resource) =>
    isBlockType(resource.type)
      ? typedSources(path, json, stack, resource, resource.type)
      : resourceSource(path, json, stack, resource),
  );
}

function resourceSource(path: string, json: JsonText, stack: JsonObject, resource: Resource): Source {
  const address = `${resource.type}.${resource.name}`;
  const unchecked = (why: string): PassedOver => passedOver(path, `${address} is not checked: ${why}`, true);
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
    return {
      kind: 'dashboard',
      path,
      resource: address,
      construct: constructOf(resource),
      stack,
      dashboard: inner.value,
      notFixed: NOT_FIXED,
      placeOf,
    };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (template.hasPlaceholders) return unchecked('it has values that only Terraform knows');
    return failure(new FileError(path, `the text of ${error.message}`, start));
  }
}

/** A dashboard whose widgets are blocks. Those that Terraform makes while it runs are told. */
function typedSources(
  path: string,
  json: JsonText,
  stack: JsonObject,
  resource: Resource,
  type: BlockType,
): Source[] {
  const { name, body } = resource;
  const address = `${type}.${name}`;
  const { widget, dynamic } = body;
  const later =
    typeof widget === 'string' || blocksOf(dynamic).some((block) => block.widget !== undefined)
      ? [partPassedOver(path, `${address} has widgets that only Terraform knows: they are not checked`)]
      : [];
  const placeOf = (keys: readonly (string | number)[]) => ({
    start: json.placeOf(offsetOf(json, [...resource.path, ...keysOfBlock(body, keys)])),
  });
  const dashboard = READERS_OF_BLOCKS[type](body, textsOfTemplates());
  return [
    {
      kind: 'dashboard',
      path,
      resource: address,
      construct: constructOf(resource),
      stack,
      dashboard,
      blocks: true,
      notFixed: NOT_FIXED,
      placeOf,
    },
    ...later,
  ];
}

/** Where the blocks have what Datadog's JSON has under these keys. */
function keysOfBlock(body: JsonObject, keys: readonly (string | number)[]): (string | number)[] {
  const path: (string | number)[] = [];
  let value: unknown = body;
  const step = (key: string | number) => {
    path.push(key);
    value = (value as Keyed | undefined)?.[key];
  };
  const block = () => {
    if (Array.isArray(value)) step(0);
    return isObject(value) ? value : {};
  };
  const definition = () => step(Object.keys(block()).find((name) => name.endsWith('_definition')) ?? '');
  for (const key of keys) {
    if (typeof key === 'number') {
      if (Array.isArray(value)) step(key);
    } else if (key === 'definition') definition();
    else {
      block();
      step(key === 'widgets' ? 'widget' : key);
      if (key === 'source_widget_definition') definition();
    }
  }
  return path;
}

function offsetOf(json: JsonText, keys: readonly (string | number)[]): number {
  return keys.reduce((node, key) => childOf(node, key) ?? node, json.root).offset;
}
