import { isObject, JsonObject, objectsIn } from '../../json/value';
import { BlockType } from '../../terraform/dashboard-types';
import {
  KINDS,
  LISTS,
  LISTS_OF_LISTS,
  QUERIES,
  RENAMED,
  REQUESTS_BY_ROLE,
  TYPES,
  WHOLE_REQUESTS,
} from './block-names';

const SUFFIX = '_definition';

/** What a text of a block says. */
export type TextReader = (text: string) => string;

/**
 * A typed `datadog_dashboard` or `datadog_dashboard_v2` as Datadog's JSON. What is null or an empty list is not set: plans
 * and states have every field.
 *
 * @param body of the resource: its attributes and blocks, by the provider's names
 */
export function dashboardOfBlocks(body: JsonObject, text: TextReader): JsonObject {
  return new BlockReader(text).dashboard(body);
}

/**
 * A `datadog_powerpack` or `datadog_powerpack_v2` as a dashboard of its widgets. Its template variables are left out: the
 * dashboards that show it may set them, to any value.
 *
 * Source: https://docs.datadoghq.com/dashboards/widgets/powerpack/
 */
export function powerpackOfBlocks(body: JsonObject, text: TextReader): JsonObject {
  const { name, description, widget } = body;
  return dashboardOfBlocks({ title: name, description, layout_type: 'ordered', widget }, text);
}

/** What reads each type of resources whose widgets are blocks. */
export const READERS_OF_BLOCKS: Readonly<Record<BlockType, typeof dashboardOfBlocks>> = {
  datadog_dashboard: dashboardOfBlocks,
  datadog_dashboard_v2: dashboardOfBlocks,
  datadog_powerpack: powerpackOfBlocks,
  datadog_powerpack_v2: powerpackOfBlocks,
};

/** A widget of a dashboard in Datadog's JSON: `{ timeseries_definition: {…} }` is `{ definition: { type, … } }`. */
export function widgetOfBlocks(block: JsonObject, text: TextReader): JsonObject {
  return new BlockReader(text).widget(block);
}

/** The blocks under a field: Terraform gives one as an object, several as a list. */
export function blocksOf(value: unknown): readonly JsonObject[] {
  return isObject(value) ? [value] : objectsIn(value);
}

class BlockReader {
  public constructor(private readonly text: TextReader) {}

  public dashboard({ widget, ...others }: JsonObject): JsonObject {
    return { ...this.object(others), widgets: this.widgets(widget) };
  }

  private widgets(blocks: unknown): JsonObject[] {
    return blocksOf(blocks).map((block) => this.widget(block));
  }

  public widget(block: JsonObject): JsonObject {
    const others = Object.entries(block).filter(([name]) => !name.endsWith(SUFFIX));
    return { ...this.object(Object.fromEntries(others)), definition: this.definition(block) };
  }

  /** The definition's block names the kind. */
  private definition(block: JsonObject): JsonObject {
    for (const [name, value] of Object.entries(block)) {
      const [typed] = name.endsWith(SUFFIX) ? blocksOf(value) : [];
      if (typed) return this.ofKind(name.slice(0, -SUFFIX.length), typed);
    }
    return { type: '' };
  }

  private ofKind(kind: string, typed: JsonObject): JsonObject {
    const { widget, source_widget_definition: source, live_span: span, ...fields } = typed;
    const json: JsonObject = { type: TYPES[kind] ?? kind, ...this.object(fields) };
    if (REQUESTS_BY_ROLE.includes(kind)) json.requests = objectsIn(json.requests)[0] ?? {};
    if (typeof span === 'string') json.time ??= { live_span: span };
    if (kind === 'group') json.widgets = this.widgets(widget);
    const [repeated] = blocksOf(source);
    if (repeated) json.source_widget_definition = this.definition(repeated);
    return json;
  }

  private object(block: JsonObject): JsonObject {
    const json: JsonObject = {};
    for (const [name, value] of Object.entries(block)) {
      if (isSet(name, value)) this.field(json, name, value);
    }
    return json;
  }

  private field(json: JsonObject, name: string, value: unknown): void {
    const [only] = blocksOf(value);
    if (name === 'request') json.requests = blocksOf(value).map((block) => this.request(block));
    else if (name === 'search_query') json.search = { query: this.value(value) };
    else if (!only) json[RENAMED[name] ?? LISTS[name] ?? name] = this.value(value);
    else if (name === 'query' && Object.keys(only).some((kind) => QUERIES.has(kind))) {
      json.queries = blocksOf(value).flatMap((block) => this.queries(block));
    } else if (name in LISTS_OF_LISTS) {
      json[name] = blocksOf(value).map((block) =>
        blocksOf(block[LISTS_OF_LISTS[name]]).map((one) => this.object(one)),
      );
    } else if (name in KINDS && isOfKind(only, KINDS[name])) {
      const all = blocksOf(value).flatMap((block) => this.kinds(block, KINDS[name]));
      json[name] = name === 'order_by' ? all : all[0];
    } else if (name in LISTS) json[LISTS[name]] = blocksOf(value).map((one) => this.object(one));
    else if (name === 'histogram_query') Object.assign(json, this.histogram(only));
    else json[RENAMED[name] ?? name] = this.object(only);
  }

  private request(block: JsonObject): JsonObject {
    for (const name of WHOLE_REQUESTS) {
      const [whole] = blocksOf(block[name]);
      if (whole) return this.object(whole);
    }
    return this.object(block);
  }

  /** `{ metric_query: { query, name } }`; the block's name tells the kind. */
  private queries(block: JsonObject): JsonObject[] {
    return Object.values(block)
      .flatMap(blocksOf)
      .map((one) => this.object(one));
  }

  /** The only query of a request whose values are drawn as a distribution. */
  private histogram(block: JsonObject): JsonObject {
    const [query] = this.queries(block);
    return { request_type: 'histogram', query };
  }

  private kinds(block: JsonObject, types: Readonly<Record<string, string>>): JsonObject[] {
    return Object.entries(types).flatMap(([name, type]) =>
      blocksOf(block[name]).map((one) => ({ type, ...this.object(one) })),
    );
  }

  private value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    return Array.isArray(value) ? value.map((one) => this.value(one)) : value;
  }
}

/** A limit of nothing, or a query without text, is how the provider keeps one that is not set. */
function isSet(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value) && value.length === 0) return !(name in LISTS || /(^|_)query$/.test(name));
  return !((name === 'limit' && value === 0) || (name === 'q' && value === ''));
}

function isOfKind(block: JsonObject, types: Readonly<Record<string, string>>): boolean {
  return Object.keys(types).some((name) => blocksOf(block[name]).length > 0);
}
