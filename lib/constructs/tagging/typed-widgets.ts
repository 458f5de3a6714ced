import { Token, Tokenization } from 'cdktf';
import { GraphWidget, Unreadable, WidgetAround, WidgetForm } from '../../datadog/tagging/walk';
import { JsonObject } from '../../json/value';

/** The fields of a typed request whose search stands beside it and not in it. */
const SEARCHES: Readonly<Record<string, string>> = {
  apmQuery: 'apm_query',
  auditQuery: 'audit_query',
  logQuery: 'log_query',
  networkQuery: 'network_query',
  rumQuery: 'rum_query',
  securityQuery: 'security_query',
};

const SUFFIX = 'Definition';

/**
 * Widgets of a typed `datadog_dashboard`: `{ timeseriesDefinition: { title, request: […] } }`.
 *
 * Source: https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/dashboard
 */
export const TYPED_WIDGETS: WidgetForm = {
  read: (widget, path) => {
    if (Tokenization.isResolvable(widget)) return new Unreadable(path);
    const blocks = widget as JsonObject;
    const field = Object.keys(blocks).find((name) => name.endsWith(SUFFIX) && blocks[name]) ?? SUFFIX;
    const at = `${path}.${field}`;
    const typed = blocks[field] ?? {};
    if (Tokenization.isResolvable(typed)) return new Unreadable(at);
    const redefined = (next: JsonObject): unknown => ({ ...blocks, [field]: next });
    return field === 'groupDefinition'
      ? around(typed as JsonObject, at, redefined)
      : graph(field, typed as JsonObject, at, redefined);
  },
};

type Redefined = (next: JsonObject) => unknown;

function around(typed: JsonObject, at: string, redefined: Redefined): WidgetAround {
  return {
    kind: 'around',
    path: `${at}.widget`,
    widgets: typed.widget,
    with: (widget) => redefined({ ...typed, widget }),
  };
}

function graph(field: string, typed: JsonObject, at: string, redefined: Redefined): GraphWidget {
  const type = snakeCase(field.slice(0, -SUFFIX.length));
  return {
    kind: 'graph',
    type,
    definition: () =>
      [typed.request, typed.customLink].some(Tokenization.isResolvable)
        ? new Unreadable(at)
        : jsonOf(type, typed),
    with: ({ title, custom_links: links }) =>
      redefined({ ...typed, title, customLink: (links as JsonObject[]).map(typedLink) }),
  };
}
/** What tagging reads of a definition, in Datadog's JSON. */
function jsonOf(type: string, typed: JsonObject): JsonObject {
  const links = typed.customLink as JsonObject[] | undefined;
  return {
    type,
    ...(typed.title === undefined ? {} : { title: typed.title }),
    requests: listOf(typed.request).map(requestOf),
    ...(links && { custom_links: links.map((link) => renamed(link, snakeCase)) }),
  };
}

function requestOf(request: JsonObject): JsonObject {
  const searches = Object.entries(SEARCHES)
    .filter(([field]) => request[field] !== undefined)
    .map(([field, name]): [string, unknown] => [
      name,
      { search: { query: (request[field] as JsonObject).searchQuery } },
    ]);
  const process = request.processQuery as JsonObject | undefined;
  return {
    q: request.q,
    queries: listOf(request.query).flatMap((query) =>
      Object.values(query).map((one) => renamed(one as JsonObject, snakeCase)),
    ),
    ...Object.fromEntries(searches),
    ...(process && { process_query: { filter_by: process.filterBy } }),
  };
}

function typedLink(link: JsonObject): JsonObject {
  return renamed(link, (name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

function renamed(object: JsonObject, rename: (name: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [rename(name), value]));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function listOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return Token.isUnresolved(value) ? [] : value;
  return typeof value === 'object' && value !== null ? [value as JsonObject] : [];
}
