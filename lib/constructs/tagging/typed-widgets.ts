import { Tokenization } from 'cdktf';
import { snakeCaseName } from '../../datadog/snake-case';
import { GraphWidget, SplitWidget, Unreadable, WidgetAround, WidgetForm } from '../../datadog/tagging/walk';
import { JsonObject } from '../../json/value';
import { blocksOf, jsonOf, typedLink } from './typed-json';

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
function split(typed: JsonObject, at: string, redefined: Redefined): SplitWidget {
  const { sourceWidgetDefinition: source, splitConfig } = typed;
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
    definition: () => (isKnown(typed) ? jsonOf(type, typed) : new Unreadable(at)),
    with: ({ title, custom_links: links }) =>
      redefined({
        ...typed,
        title,
        ...(links ? { customLink: (links as JsonObject[]).map(typedLink) } : {}),
      }),
  };
}

function isKnown({ request, customLink }: JsonObject): boolean {
  const parts = [request, customLink, ...blocksOf(request).flatMap((one) => [one.query, one.formula])];
  return !parts.some(Tokenization.isResolvable);
}
