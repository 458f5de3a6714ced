import { Json } from '../../support/datadog-api';

const SERVER_FIELDS = ['id', 'url', 'author_handle', 'author_name', 'created_at', 'modified_at'];

/** A dashboard as the API holds it, without what the server adds. */
export function held(dashboard: Json): Json {
  const own = Object.entries(dashboard).filter(([name]) => !SERVER_FIELDS.includes(name));
  return { ...Object.fromEntries(own), widgets: withoutIds(dashboard.widgets) };
}

/** Dashboards in an order that does not depend on which was created first. */
export function byTitle(dashboards: readonly Json[]): Json[] {
  return [...dashboards].sort(
    (a, b) => a.title.localeCompare(b.title) || a.widgets.length - b.widgets.length,
  );
}

function withoutIds(widgets: Json[]): Json[] {
  return widgets.map(({ id: _, ...widget }) =>
    widget.definition.widgets
      ? { ...widget, definition: { ...widget.definition, widgets: withoutIds(widget.definition.widgets) } }
      : widget,
  );
}
