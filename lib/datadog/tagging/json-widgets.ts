import { BadInput } from '../../bad-input';
import { isObject, JsonObject, objectsIn } from '../../json/value';
import { WidgetForm } from './walk';

/** The field of a split graph with the definition of the graph that it repeats. */
const SOURCE = 'source_widget_definition';

/**
 * Widgets in Datadog's JSON: `{ definition: { type, title, requests, … } }`.
 *
 * @param unlinked why a kind of widgets can't have a link; undefined if it can
 */
export function jsonWidgets(unlinked: (type: string) => string | undefined): WidgetForm {
  return {
    read: (widget, path) => {
      const definition = definitionOf(widget, path);
      const redefined = (next: JsonObject): unknown => ({ ...(widget as JsonObject), definition: next });
      if (Array.isArray(definition.widgets)) {
        return {
          kind: 'around',
          path: `${path}.definition.widgets`,
          widgets: definition.widgets,
          with: (widgets) => redefined({ ...definition, widgets }),
        };
      }
      if (isObject(definition[SOURCE])) {
        const source = { definition: definition[SOURCE] };
        return {
          kind: 'split',
          path: `${path}.definition.${SOURCE}`,
          source,
          by: splitTags(definition.split_config),
          with: (next) => redefined({ ...definition, [SOURCE]: (next as typeof source).definition }),
        };
      }
      const type = String(definition.type);
      return { kind: 'graph', type, unlinked: unlinked(type), definition: () => definition, with: redefined };
    },
  };
}

function splitTags(config: unknown): string[] {
  const dimensions = isObject(config) ? objectsIn(config.split_dimensions) : [];
  return dimensions.flatMap(({ one_graph_per: tag }) => (typeof tag === 'string' ? tag : []));
}

/** The keys of the definition at the path of a widget, such as `widgets[2].definition.widgets[0]`. */
export function definitionKeys(path: string): (string | number)[] {
  const keys = path.split(/\]?[.[]/).map((key) => (/^\d/.test(key) ? Number.parseInt(key) : key));
  return keys.at(-1) === SOURCE ? keys : [...keys, 'definition'];
}

function definitionOf(widget: unknown, path: string): JsonObject {
  const definition = isObject(widget) ? widget.definition : undefined;
  if (isObject(definition)) return definition;
  throw new BadInput(`${path}.definition`, definition, 'is not a widget definition', 'Give the widget one');
}
