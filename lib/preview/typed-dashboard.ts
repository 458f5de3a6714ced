import { isObject, JsonObject, objectsIn } from '../json/value';
import { jsonOfTemplate } from '../terraform/template';

/** Blocks of the typed resource that Datadog's JSON has in a list, under these names. */
const LISTS: Readonly<Record<string, string>> = {
  custom_link: 'custom_links',
  event: 'events',
  formula: 'formulas',
  marker: 'markers',
  request: 'requests',
  tab: 'tabs',
  template_variable: 'template_variables',
};

/** Fields that Datadog's JSON has lists in as well. Other blocks are objects there. */
const KEPT_LISTS: readonly string[] = ['available_values', 'defaults', 'group_by', 'columns', 'time_windows'];

/**
 * A typed `datadog_dashboard` of Terraform's JSON as Datadog's JSON, as far as a preview needs it.
 *
 * Source: https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/dashboard
 *
 * @param body of the resource: its attributes and blocks
 */
export function dashboardOfBlocks({ widget, ...others }: JsonObject): JsonObject {
  return { ...objectIn(others), widgets: widgetsIn(widget) };
}

function widgetsIn(blocks: unknown): JsonObject[] {
  return blocksOf(blocks).map(widgetOf);
}

/** `{ timeseries_definition: {…}, widget_layout: {…} }`; the definition's block names the kind. */
function widgetOf({ widget_layout: layout, id, ...kinds }: JsonObject): JsonObject {
  const [placed] = blocksOf(layout);
  return {
    ...(id === undefined ? {} : { id }),
    ...(placed ? { layout: placed } : {}),
    definition: definitionOf(kinds),
  };
}

function definitionOf(kinds: JsonObject): JsonObject {
  const [name, block] = Object.entries(kinds).find(([key]) => key.endsWith('_definition')) ?? ['', {}];
  const [{ widget, source_widget_definition: source, ...typed } = {} as JsonObject] = blocksOf(block);
  const type = name.slice(0, -'_definition'.length);
  return {
    type: type === 'service_level_objective' ? 'slo' : type,
    ...objectIn(typed),
    ...(widget === undefined ? {} : { widgets: widgetsIn(widget) }),
    ...(source === undefined ? {} : { source_widget_definition: definitionOf(blocksOf(source)[0] ?? {}) }),
  };
}

function objectIn(block: JsonObject): JsonObject {
  const { query, ...others } = block;
  const json = Object.fromEntries(Object.entries(others).map(([name, value]) => fieldOf(name, value)));
  if (query === undefined) return json;
  if (typeof query === 'string') return { ...json, query: textIn(query) };
  return { ...json, queries: blocksOf(query).flatMap(queriesIn) };
}

/** `{ metric_query: { query, name } }`; the block's name tells the kind. */
function queriesIn(block: JsonObject): JsonObject[] {
  return Object.values(block).flatMap(blocksOf).map(objectIn);
}

function fieldOf(name: string, value: unknown): [string, unknown] {
  if (name in LISTS) return [LISTS[name], blocksOf(value).map(objectIn)];
  if (name === 'formula_expression') return ['formula', valueIn(value)];
  if (name === 'search_query') return ['search', { query: valueIn(value) }];
  const [only] = objectsIn(value);
  const isBlock = only !== undefined && !KEPT_LISTS.includes(name);
  return [name, isBlock ? objectIn(only) : valueIn(value)];
}

function valueIn(value: unknown): unknown {
  if (typeof value === 'string') return textIn(value);
  if (Array.isArray(value)) return value.map(valueIn);
  return isObject(value) ? objectIn(value) : value;
}

/** Text without Terraform's escapes, and with a placeholder for what only Terraform knows. */
function textIn(text: string): string {
  const template = jsonOfTemplate(JSON.stringify(text));
  try {
    return template ? JSON.parse(template.text) : text;
  } catch {
    return text;
  }
}

/** The blocks under a field: Terraform gives one as an object, several as a list. */
function blocksOf(value: unknown): readonly JsonObject[] {
  return isObject(value) ? [value] : objectsIn(value);
}
