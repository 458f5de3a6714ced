import { TerraformResource, Token, Tokenization } from 'cdktf';
import { variableTagsOf, VariableTags } from '../../datadog/tagging/instances';
import { TaggingRules, tagWidget, WidgetReport } from '../../datadog/tagging/tag-dashboard';
import { JsonObject } from '../../json/value';
import { TaggingResult, TaggingTarget } from './target';

/** A typed `datadog_dashboard`, whichever module it was made with. */
export interface TypedDashboard extends TerraformResource {
  readonly titleInput?: string;
  readonly templateVariableInput?: unknown;
  readonly widgetInput?: unknown;
  putWidget(widgets: unknown): void;
}

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
 * Tags the widgets of a typed `datadog_dashboard`: `[{ timeseriesDefinition: { title, request: […] } }]`.
 *
 * Source: https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/dashboard
 */
export function typedDashboardTarget(resource: TypedDashboard): TaggingTarget {
  return {
    construct: resource,
    title: resource.titleInput,
    tag: (rules) => {
      const variableTags = variableTagsOf(resource.templateVariableInput);
      const { widgets, reports, unreadable } = tagWidgets(resource.widgetInput, rules, variableTags);
      if (reports.some(({ changed }) => changed)) resource.putWidget(widgets);
      return { reports, unreadable };
    },
  };
}

interface TaggedWidgets extends TaggingResult {
  readonly widgets: readonly JsonObject[];
}

function tagWidgets(
  widgets: unknown,
  rules: TaggingRules,
  variableTags: VariableTags,
  path = 'widget',
): TaggedWidgets {
  if (!Array.isArray(widgets)) {
    return { widgets: [], reports: [], unreadable: widgets === undefined ? [] : [path] };
  }
  const reports: WidgetReport[] = [];
  const unreadable: string[] = [];
  const tagged = widgets.map((widget, index): JsonObject => {
    const at = `${path}[${index}]`;
    if (Tokenization.isResolvable(widget)) {
      unreadable.push(at);
      return widget as unknown as JsonObject;
    }
    return Object.fromEntries(
      Object.entries(widget as JsonObject).map(([field, definition]) => [
        field,
        tagField(field, definition, at),
      ]),
    );
  });
  return { widgets: tagged, reports, unreadable };

  function tagField(field: string, definition: unknown, at: string): unknown {
    if (!field.endsWith(SUFFIX) || typeof definition !== 'object' || definition === null) return definition;
    if (Tokenization.isResolvable(definition)) {
      unreadable.push(`${at}.${field}`);
      return definition;
    }
    const typed = definition as JsonObject;
    if (field === 'groupDefinition') {
      const inner = tagWidgets(typed.widget, rules, variableTags, `${at}.${field}.widget`);
      reports.push(...inner.reports);
      unreadable.push(...inner.unreadable);
      return inner.reports.some(({ changed }) => changed) ? { ...typed, widget: inner.widgets } : typed;
    }
    const type = snakeCase(field.slice(0, -SUFFIX.length));
    if (!rules.widgetTypes.includes(type)) return typed;
    if (Tokenization.isResolvable(typed.request) || Tokenization.isResolvable(typed.customLink)) {
      unreadable.push(`${at}.${field}`);
      return typed;
    }
    const { definition: json, report } = tagWidget(jsonOf(type, typed), at, rules, variableTags);
    reports.push(report);
    if (!report.changed) return typed;
    return { ...typed, title: json.title, customLink: (json.custom_links as JsonObject[]).map(typedLink) };
  }
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
