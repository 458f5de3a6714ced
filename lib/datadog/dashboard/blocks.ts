import { isObject, JsonObject, objectsIn } from '../../json/value';

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

/** Reads the texts of blocks: what a text of them says. */
export type TextReader = (text: string) => string;

/**
 * A typed `datadog_dashboard` of Terraform's JSON as Datadog's JSON, as far as a preview needs it.
 *
 * Source: https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/dashboard
 *
 * @param body of the resource: its attributes and blocks
 */
export function dashboardOfBlocks(body: JsonObject, text: TextReader): JsonObject {
  return new BlockReader(text).dashboard(body);
}

class BlockReader {
  public constructor(private readonly text: TextReader) {}

  public dashboard({ widget, ...others }: JsonObject): JsonObject {
    return { ...this.object(others), widgets: this.widgets(widget) };
  }

  private widgets(blocks: unknown): JsonObject[] {
    return blocksOf(blocks).map((block) => this.widget(block));
  }

  /** `{ timeseries_definition: {…}, widget_layout: {…} }`; the definition's block names the kind. */
  private widget({ widget_layout: layout, id, ...kinds }: JsonObject): JsonObject {
    const [placed] = blocksOf(layout);
    return {
      ...(id === undefined ? {} : { id }),
      ...(placed ? { layout: placed } : {}),
      definition: this.definition(kinds),
    };
  }

  private definition(kinds: JsonObject): JsonObject {
    const [name, block] = Object.entries(kinds).find(([key]) => key.endsWith('_definition')) ?? ['', {}];
    const [{ widget, source_widget_definition: source, ...typed } = {} as JsonObject] = blocksOf(block);
    const type = name.slice(0, -'_definition'.length);
    return {
      type: type === 'service_level_objective' ? 'slo' : type,
      ...this.object(typed),
      ...(widget === undefined ? {} : { widgets: this.widgets(widget) }),
      ...(source === undefined
        ? {}
        : { source_widget_definition: this.definition(blocksOf(source)[0] ?? {}) }),
    };
  }

  private object(block: JsonObject): JsonObject {
    const { query, ...others } = block;
    const json = Object.fromEntries(Object.entries(others).map(([name, value]) => this.field(name, value)));
    if (query === undefined) return json;
    if (typeof query === 'string') return { ...json, query: this.text(query) };
    return { ...json, queries: blocksOf(query).flatMap((one) => this.queries(one)) };
  }

  /** `{ metric_query: { query, name } }`; the block's name tells the kind. */
  private queries(block: JsonObject): JsonObject[] {
    return Object.values(block)
      .flatMap(blocksOf)
      .map((one) => this.object(one));
  }

  private field(name: string, value: unknown): [string, unknown] {
    if (name in LISTS) return [LISTS[name], blocksOf(value).map((one) => this.object(one))];
    if (name === 'formula_expression') return ['formula', this.value(value)];
    if (name === 'search_query') return ['search', { query: this.value(value) }];
    const [only] = objectsIn(value);
    const isBlock = only !== undefined && !KEPT_LISTS.includes(name);
    return [name, isBlock ? this.object(only) : this.value(value)];
  }

  private value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.value(one));
    return isObject(value) ? this.object(value) : value;
  }
}

/** The blocks under a field: Terraform gives one as an object, several as a list. */
export function blocksOf(value: unknown): readonly JsonObject[] {
  return isObject(value) ? [value] : objectsIn(value);
}
