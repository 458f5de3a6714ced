import { Json } from '../../support/datadog-api';

const SERVER_FIELDS = ['id', 'url', 'author_handle', 'author_name', 'created_at', 'modified_at'];

/** A dashboard as the API holds it, without what the server adds. */
export function held(dashboard: Json): Json {
  const own = Object.entries(dashboard).filter(([name]) => !SERVER_FIELDS.includes(name));
  return { ...Object.fromEntries(own), widgets: withoutIds(dashboard.widgets) };
}

function withoutIds(widgets: Json[]): Json[] {
  return widgets.map(({ id: _, ...widget }) =>
    widget.definition.widgets
      ? { ...widget, definition: { ...widget.definition, widgets: withoutIds(widget.definition.widgets) } }
      : widget,
  );
}
