import { Token, Tokenization } from 'cdktf';
import { blocksOf, widgetOfBlocks } from '../../datadog/dashboard/blocks';
import { snakeCaseName } from '../../datadog/snake-case';
import { GraphWidget, SplitWidget, Unreadable, WidgetAround, WidgetForm } from '../../datadog/tagging/walk';
import { JsonObject } from '../../json/value';
import { linkBlockOf, unlinkedBlock } from '../../terraform/link-blocks';

const SUFFIX = 'Definition';

/** Fields that say nothing of what a graph shows: true or false, also where only Terraform knows which. */
const FLAG = /^(has|hide|include|increase|is|on|should|show)[A-Z]/;

/**
 * Widgets of a typed `datadog_dashboard` or `datadog_powerpack`: `{ timeseriesDefinition: { title, request: […] } }`.
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
    switch (field) {
      case 'groupDefinition':
        return around(typed as JsonObject, at, redefined);
      case 'splitGraphDefinition':
        return split(typed as JsonObject, at, redefined);
      default:
        return graph(field, typed as JsonObject, at, redefined);
    }
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

/** A split graph. Its source is a widget like any other, as a block or as a list with one block. */
function split(typed: JsonObject, at: string, redefined: Redefined): SplitWidget | Unreadable {
  const { sourceWidgetDefinition: source, splitConfig } = typed;
  if (isPartlyUnknown(splitConfig)) return new Unreadable(`${at}.splitConfig`);
  return {
    kind: 'split',
    path: `${at}.sourceWidgetDefinition`,
    source: Array.isArray(source) ? source[0] : source,
    by: blocksOf(splitConfig)
      .flatMap(({ splitDimensions }) => blocksOf(splitDimensions))
      .map(({ oneGraphPer }) => String(oneGraphPer)),
    with: (next) => redefined({ ...typed, sourceWidgetDefinition: Array.isArray(source) ? [next] : next }),
  };
}

function graph(field: string, typed: JsonObject, at: string, redefined: Redefined): GraphWidget {
  const type = snakeCaseName(field.slice(0, -SUFFIX.length));
  return {
    kind: 'graph',
    type,
    unlinked: unlinkedBlock(type),
    definition: () => (isKnown(typed) ? definitionOf(field, typed) : new Unreadable(at)),
    with: ({ title, custom_links: links }) =>
      redefined({
        ...typed,
        title,
        ...(links ? { [camelCaseName(linkBlockOf(type)!)]: (links as JsonObject[]).map(typedLink) } : {}),
      }),
  };
}

function definitionOf(field: string, typed: JsonObject): JsonObject {
  const block = terraformNames({ [field]: typed }) as JsonObject;
  return widgetOfBlocks(block, (text) => text).definition as JsonObject;
}

/** Whether everything is known that the graph shows, and its links. */
function isKnown({ request, customLink, customLinks, scope, filters }: JsonObject): boolean {
  return ![request, customLink, customLinks, scope, filters].some(isPartlyUnknown);
}

/** Whether only Terraform knows a block or a list in the value. A text that it knows can be read, as far as it is known. */
function isPartlyUnknown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Token.isUnresolved(value)) return true;
  if (Array.isArray(value)) return value.some(isPartlyUnknown);
  return Object.entries(value).some(([name, part]) => !FLAG.test(name) && isPartlyUnknown(part));
}

/** The link as a typed block. */
function typedLink(link: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(link).map(([name, value]) => [camelCaseName(name), value]));
}

function camelCaseName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Typed blocks with Terraform's names of fields. */
export function terraformNames(value: unknown): unknown {
  if (Token.isUnresolved(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(terraformNames);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [snakeCaseName(name), terraformNames(part)]),
  );
}
