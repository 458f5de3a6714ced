import { BadInput } from '../../bad-input';
import { isObject, JsonObject } from '../../json/value';
import { WidgetForm } from './walk';

/** Widgets in Datadog's JSON: `{ definition: { type, title, requests, … } }`. */
export const JSON_WIDGETS: WidgetForm = {
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
    return {
      kind: 'graph',
      type: String(definition.type),
      definition: () => definition,
      with: redefined,
    };
  },
};

function definitionOf(widget: unknown, path: string): JsonObject {
  const definition = isObject(widget) ? widget.definition : undefined;
  if (isObject(definition)) return definition;
  throw new BadInput(`${path}.definition`, definition, 'is no widget definition', 'Give the widget one');
}
