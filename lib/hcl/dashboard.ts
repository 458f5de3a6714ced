import { NotJson } from '../json/problem';
import { childOf, JsonText } from '../json/text';
import { isObject, JsonObject } from '../json/value';
import { BlockType, isBlockType, JSON_TYPE } from '../terraform/dashboard-types';
import { BlockSite } from './block-site';
import { computedPart } from './computed';
import { HeredocJson, JsonSite } from './json-site';
import { entryOf, ObjectSite } from './object-site';
import { readHcl } from './reader';
import { Problem, Site } from './site';
import { Block, Expression, Heredoc, ObjectValue } from './syntax';
import { bodyOf } from './terraform-body';
import { computedIn, first, Values } from './values';

/** A dashboard of a file, whose widgets are blocks or JSON, or stand in another file. */
export interface HclDashboard {
  /** Its address in the module, such as `datadog_dashboard.cart`. */
  readonly address: string;
  /** Where its resource begins. */
  readonly offset: number;
  readonly content:
    /** Its arguments and blocks, by the provider's names. */
    | { readonly kind: 'blocks'; readonly type: BlockType; readonly body: JsonObject }
    /** Datadog's JSON. */
    | { readonly kind: 'json'; readonly dashboard: JsonObject }
    /** A file with Datadog's JSON. */
    | { readonly kind: 'file'; readonly path: string }
    /** What only Terraform knows. */
    | { readonly kind: 'unknown'; readonly problem: Problem };
  /** Why the file does not say for certain what the dashboard is as a whole. Undefined if it does. */
  readonly computed?: Problem;
  /** Widgets of it that only Terraform knows. The others are read. */
  readonly problems: readonly Problem[];
  /** Where its widgets are, by their paths in Datadog's JSON, such as `widgets[2].definition.widgets[0]`. */
  readonly sites: ReadonlyMap<string, Site>;
}

/**
 * The dashboards of a file of Terraform.
 *
 * @throws NotHcl if it is not HCL
 */
export function dashboardsIn(text: string): HclDashboard[] {
  const values = new Values(text);
  return readHcl(text).blocks.flatMap((block) => {
    const [type, name] = block.labels;
    if (block.type !== 'resource' || name === undefined) return [];
    const place = { address: `${type}.${name}`, offset: block.offset, computed: computedPart(block) };
    if (isBlockType(type)) return [{ ...place, ...blocksOf(text, type, block, values) }];
    if (type === JSON_TYPE) return [{ ...place, ...jsonOf(text, block, values) }];
    return [];
  });
}

type Content = Pick<HclDashboard, 'content' | 'problems' | 'sites'>;

function unknown(offset: number, text: string): Content {
  return { content: { kind: 'unknown', problem: { offset, text } }, problems: [], sites: new Map() };
}

/** What a template variable is called, and which tag it stands for, must be known. Its values need not. */
const VARIABLE_VALUES: readonly string[] = ['default', 'defaults', 'available_values'];

function blocksOf(text: string, type: BlockType, resource: Block, values: Values): Content {
  const variable = first(resource.body.blocks, (block) => {
    if (block.type !== 'template_variable') return undefined;
    return first(block.body.attributes, ({ name, value }) =>
      VARIABLE_VALUES.includes(name) ? undefined : computedIn(value),
    );
  });
  if (variable) return unknown(variable.offset, 'only Terraform knows its template variables');
  const sites = new Map<string, Site>();
  const problems: Problem[] = [];
  addWidgets(resource, 'widgets');
  return { content: { kind: 'blocks', type, body: bodyOf(resource.body, values) }, problems, sites };

  function addWidgets({ body }: Block, path: string): void {
    for (const { type, labels, offset } of body.blocks) {
      if (type !== 'dynamic' || labels[0] !== 'widget') continue;
      problems.push({ offset, text: 'has a block dynamic "widget", whose widgets only Terraform knows' });
    }
    const widgets = body.blocks.filter(({ type }) => type === 'widget');
    widgets.forEach((widget, index) => addDefinition(widget, `${path}[${index}]`));
  }

  function addDefinition(widget: Block, path: string): void {
    const definition = widget.body.blocks.find(({ type }) => type.endsWith('_definition'));
    if (!definition) return;
    sites.set(path, new BlockSite(text, definition));
    addWidgets(definition, `${path}.definition.widgets`);
    const source = definition.body.blocks.find(({ type }) => type === 'source_widget_definition');
    if (source)
      addDefinition({ ...source, body: source.body }, `${path}.definition.source_widget_definition`);
  }
}

function jsonOf(text: string, resource: Block, values: Values): Content {
  const value = resource.body.attributes.find(({ name }) => name === 'dashboard')?.value;
  if (!value) return unknown(resource.offset, 'has no dashboard');
  if (value.kind === 'heredoc') return heredocOf(text, value, values);
  if (value.kind === 'call' && value.args.length === 1) {
    const [argument] = value.args;
    if (value.name === 'jsonencode' && argument.kind === 'object') return objectOf(text, argument, values);
    const path = value.name === 'file' ? pathOf(argument) : undefined;
    if (path !== undefined) return { content: { kind: 'file', path }, problems: [], sites: new Map() };
  }
  return unknown(
    value.offset,
    'only Terraform knows its dashboard: it is no jsonencode({…}), no heredoc and no file("…")',
  );
}

/** The path of a file in the same module: `"x.json"` or `"${path.module}/x.json"`. */
function pathOf(argument: Expression): string | undefined {
  if (argument.kind !== 'text') return undefined;
  const [head, ...others] = argument.parts;
  const parts = head && 'expression' in head && head.expression === 'path.module' ? others : argument.parts;
  const path = parts.map((part) => ('literal' in part ? part.literal : undefined));
  if (path.includes(undefined) || path.length === 0) return undefined;
  const joined = path.join('');
  return parts === others ? joined.replace(/^\//, '') : joined;
}

function heredocOf(text: string, heredoc: Heredoc, values: Values): Content {
  const inside = new HeredocJson(text, heredoc, values);
  let json: JsonText;
  try {
    json = JsonText.read(inside.text);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return unknown(heredoc.offset, `its heredoc ${error.problem}`);
  }
  const { value: dashboard } = json;
  if (!isObject(dashboard) || !Array.isArray(dashboard.widgets)) {
    return unknown(heredoc.offset, 'its heredoc is no dashboard: it has no list of widgets');
  }
  const sites = new Map<string, Site>();
  addWidgets(childOf(json.root, 'widgets')!, dashboard.widgets, 'widgets');
  return { content: { kind: 'json', dashboard }, problems: [], sites };

  function addWidgets(list: typeof json.root, widgets: readonly unknown[], path: string): void {
    widgets.forEach((widget, index) => {
      const node = childOf(childOf(list, index)!, 'definition');
      if (node && isObject(widget)) addDefinition(node, widget.definition, `${path}[${index}]`);
    });
  }

  function addDefinition(node: typeof json.root, definition: unknown, path: string): void {
    if (!isObject(definition)) return;
    sites.set(path, new JsonSite(inside, json, node, definition));
    if (Array.isArray(definition.widgets)) {
      addWidgets(childOf(node, 'widgets')!, definition.widgets, `${path}.definition.widgets`);
    }
    const source = childOf(node, 'source_widget_definition');
    if (source) {
      addDefinition(
        source,
        definition.source_widget_definition,
        `${path}.definition.source_widget_definition`,
      );
    }
  }
}

function objectOf(text: string, object: ObjectValue, values: Values): Content {
  const variables = entryOf(object, 'template_variables')?.value;
  const computed = variables && computedIn(variables);
  if (computed) return unknown(computed.offset, 'only Terraform knows its template_variables');
  const list = entryOf(object, 'widgets')?.value;
  if (list?.kind !== 'tuple') {
    return unknown(
      list?.offset ?? object.offset,
      'only Terraform knows its widgets: they are no list in brackets',
    );
  }
  const sites = new Map<string, Site>();
  const problems: Problem[] = [];
  const widgets = widgetsOf(list.items, 'widgets');
  const others = { ...object, entries: object.entries.filter(({ key }) => key !== 'widgets') };
  const dashboard = { ...(values.jsonOf(others) as JsonObject), widgets };
  return { content: { kind: 'json', dashboard }, problems, sites };

  function widgetsOf(items: readonly Expression[], path: string): JsonObject[] {
    return items.map((item, index) => {
      const definition = item.kind === 'object' ? entryOf(item, 'definition')?.value : undefined;
      if (definition?.kind !== 'object') {
        problems.push({ offset: item.offset, text: `has ${path}[${index}], which only Terraform knows` });
        return { definition: { type: 'unknown' } };
      }
      return { definition: definitionOf(definition, `${path}[${index}]`) };
    });
  }

  function definitionOf(definition: ObjectValue, path: string): JsonObject {
    sites.set(path, new ObjectSite(text, definition));
    const inner = entryOf(definition, 'widgets')?.value;
    const source = entryOf(definition, 'source_widget_definition')?.value;
    if (inner && inner.kind !== 'tuple') {
      problems.push({
        offset: inner.offset,
        text: `has a list of widgets in ${path}, which only Terraform knows`,
      });
    }
    return {
      ...(values.jsonOf(definition) as JsonObject),
      ...(inner?.kind === 'tuple' ? { widgets: widgetsOf(inner.items, `${path}.definition.widgets`) } : {}),
      ...(source?.kind === 'object'
        ? { source_widget_definition: definitionOf(source, `${path}.definition.source_widget_definition`) }
        : {}),
    };
  }
}
