import { BlockSchema, Field } from './block-schema';

type Json = Record<string, any>;

/** Where Datadog's JSON has what a block holds, if it has another name there. */
const JSON_NAMES: Readonly<Record<string, string>> = {
  customLink: 'custom_links',
  customLinks: 'custom_links',
  event: 'events',
  formula: 'formulas',
  formulaExpression: 'formula',
  groupByFields: 'group_by',
  marker: 'markers',
  request: 'requests',
  scatterplotTable: 'table',
  tab: 'tabs',
  templateVariable: 'template_variables',
  templateVariablePreset: 'template_variable_presets',
  widgetLayout: 'layout',
  input: 'inputs',
};

const OLDER: Readonly<Record<string, string>> = { computeQuery: 'compute', sortQuery: 'sort' };

/** The block of a query, by its source. */
const QUERY_BLOCKS: Readonly<Record<string, string>> = {
  metrics: 'metricQuery',
  cloud_cost: 'cloudCostQuery',
  process: 'processQuery',
  container: 'processQuery',
  slo: 'sloQuery',
  apm_resource_stats: 'apmResourceStatsQuery',
  apm_dependency_stats: 'apmDependencyStatsQuery',
  apm_metrics: 'apmMetricsQuery',
};

const LINKS = ['customLink', 'customLinks'];

/** What the blocks say, in Datadog's JSON: what no block can hold is left out. */
export interface Written {
  readonly props: Json;
  readonly json: Json;
}

/**
 * Writes dashboards as the typed blocks of the bindings: from Datadog's JSON, as far as the provider's schema has a block
 * for it. Widgets whose queries no block can hold are left out.
 */
export class BlockWriter {
  public constructor(private readonly schema: BlockSchema) {}

  public dashboard(json: Json): Written {
    const widgets = this.widgets(json.widgets, this.kindOf(this.schema.root, 'widget'));
    const { widgets: _, ...frame } = json;
    const { props, json: written } = this.block(frame, this.schema.root);
    return {
      props: { ...props, widget: widgets.map(({ props: one }) => one) },
      json: { ...written, widgets: widgets.map(({ json: one }) => one) },
    };
  }

  private kindOf(parent: string, name: string): string {
    return this.schema.fieldsOf(parent).get(name)!.block!;
  }

  private widgets(widgets: Json[], kind: string): Written[] {
    return widgets.flatMap((widget) => this.widget(widget, kind) ?? []);
  }

  private widget({ definition, ...placed }: Json, kind: string): Written | undefined {
    const { type } = definition;
    const name = `${camel(type === 'slo' ? 'service_level_objective' : type)}Definition`;
    const block = this.schema.fieldsOf(kind).get(name)?.block;
    if (block === undefined) return undefined;
    const inner = this.definition(definition, block);
    if (!inner) return undefined;
    const around = this.block(placed, kind);
    return {
      props: { ...around.props, [name]: inner.props },
      json: { ...around.json, definition: { type, ...inner.json } },
    };
  }

  private definition(definition: Json, kind: string): Written | undefined {
    const { widgets, source_widget_definition: source, requests, ...rest } = definition;
    const { props, json } = this.block(rest, kind);
    if (Array.isArray(widgets)) {
      const inner = this.widgets(widgets, this.kindOf(kind, 'widget'));
      props.widget = inner.map((one) => one.props);
      json.widgets = inner.map((one) => one.json);
    }
    if (source) {
      const inner = this.widget({ definition: source }, this.kindOf(kind, 'sourceWidgetDefinition'));
      if (!inner) return undefined;
      props.sourceWidgetDefinition = inner.props;
      json.source_widget_definition = inner.json.definition;
    }
    if (requests !== undefined) {
      const field = this.schema.fieldsOf(kind).get('request');
      if (!field) return undefined;
      const written = this.requests(requests, field);
      if (!written) return undefined;
      props.request = written.props;
      json.requests = written.json;
    }
    return { props, json };
  }

  private requests(requests: any, { block, isList }: Field): { props: any; json: any } | undefined {
    if (!Array.isArray(requests)) return this.request(requests, block!);
    if (!isList && requests.length !== 1) return undefined;
    const all = requests.map((one) => this.request(one, block!));
    if (all.some((one) => one === undefined)) return undefined;
    const props = all.map((one) => one!.props);
    return { props: isList ? props : props[0], json: all.map((one) => one!.json) };
  }

  /** A request, or one of its roles. Undefined if a query has no block: the rest would show something else. */
  private request(request: Json, kind: string): Written | undefined {
    const fields = this.schema.fieldsOf(kind);
    const { queries, query, ...rest } = request;
    for (const [name, value] of Object.entries(rest)) {
      const isQuery = /^q$|_query$|^(fill|size|x|y|table|formulas)$/.test(name);
      if (isQuery && value !== undefined && !this.fieldFor(name, kind)) return undefined;
    }
    const { props, json } = this.block(rest, kind);
    if (query !== undefined) {
      const isHistogram = request.request_type === 'histogram' && !fields.has('query');
      if (isHistogram) return undefined;
      const field = fields.get('query');
      if (!field) return undefined;
      const inner = this.block(query, field.block!);
      if (Object.keys(inner.json).length < Object.keys(query).length) return undefined;
      props.query = field.isList ? [inner.props] : inner.props;
      json.query = inner.json;
    }
    if (queries !== undefined) {
      const field = fields.get('query');
      if (!field) return undefined;
      const all = queries.map((one: Json) => this.query(one, field.block!));
      if (all.some((one: unknown) => one === undefined)) return undefined;
      props.query = all.map((one: Written) => one.props);
      json.queries = all.map((one: Written) => one.json);
    }
    return { props, json };
  }

  private query(query: Json, kind: string): Written | undefined {
    const name = QUERY_BLOCKS[query.data_source] ?? 'eventQuery';
    const block = this.schema.fieldsOf(kind).get(name)?.block;
    if (block === undefined) return undefined;
    const inner = this.block(query, block);
    if (Object.keys(inner.json).length < Object.keys(query).length) return undefined;
    return { props: { [name]: inner.props }, json: inner.json };
  }

  private fieldFor(name: string, kind: string, value?: unknown): [string, Field] | undefined {
    const fields = [...this.schema.fieldsOf(kind)];
    const named = fields.filter(([prop]) => (JSON_NAMES[prop] ?? OLDER[prop] ?? snake(prop)) === name);
    if (named.length < 2) return named[0];
    const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
    return named.find(([prop]) => (prop === 'groupByFields') === isFields);
  }

  private block(json: Json, kind: string): { props: Json; json: Json } {
    const props: Json = {};
    const written: Json = {};
    for (const [name, value] of Object.entries(json)) {
      if (value === null || value === undefined) continue;
      if (name === 'search' && this.schema.fieldsOf(kind).has('searchQuery')) {
        props.searchQuery = value.query;
        written.search = { query: value.query };
        continue;
      }
      const [prop, field] = this.fieldFor(name, kind, value) ?? [];
      if (prop === undefined || !field) continue;
      const inner = this.value(value, field, prop);
      if (inner === undefined) continue;
      props[prop] = inner.props;
      written[name] = inner.json;
    }
    return { props, json: written };
  }

  private value(value: any, { block, isList }: Field, prop: string): { props: any; json: any } | undefined {
    if (block === undefined) {
      const isNested = Array.isArray(value) ? !isList : typeof value === 'object';
      return isNested ? undefined : { props: value, json: value };
    }
    const isRole = ['fill', 'size', 'x', 'y', 'scatterplotTable'].includes(prop);
    const write = (one: Json) => (isRole ? this.request(one, block) : this.block(one, block));
    if (Array.isArray(value)) {
      if (!isList || value.some((one) => typeof one !== 'object')) return undefined;
      const all = value.map(write);
      return { props: all.map((one) => one!.props), json: all.map((one) => one!.json) };
    }
    const inner = write(value);
    return inner && { props: isList ? [inner.props] : inner.props, json: inner.json };
  }

  /** Whether a widget has links in its blocks. */
  public holdsLinks(definition: string): boolean {
    const widget = this.schema.fieldsOf(this.kindOf(this.schema.root, 'widget')).get(definition);
    const fields = widget?.block === undefined ? undefined : this.schema.fieldsOf(widget.block);
    return LINKS.some((name) => fields?.has(name));
  }
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The props as blocks of Terraform's JSON: names in snake case, and texts as templates. */
export function terraformOf(value: any): any {
  if (typeof value === 'string') return value.replace(/([$%])\{/g, '$1$1{');
  if (Array.isArray(value)) return value.map(terraformOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [snake(name), terraformOf(part)]));
}
