import { BadInput } from '../../bad-input';
import { hasToken } from '../../terraform/tokens';
import { JsonObject } from '../../json/value';

/**
 * The tabs of a dashboard. They name its widgets by position, the first as `@1`, since a new dashboard gets
 * new widget ids.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`widget_ids` of `tabs`)
 *
 * @throws BadInput if tabs are invalid, or name a widget that does not exist
 */
export function tabsByPosition(tabs: unknown, widgets: readonly JsonObject[]): JsonObject[] {
  const positions = positionsOf(widgets);
  return listOf('tabs', tabs).map((tab, index) => {
    const path = `tabs[${index}]`;
    if (typeof tab !== 'object' || tab === null) {
      throw new BadInput(path, tab, 'is not a tab', 'Pass an object with "name" and "widget_ids"');
    }
    const { widget_ids: ids } = tab as JsonObject;
    if (ids === undefined || ids === null) return tab as JsonObject;
    const widget_ids = listOf(`${path}.widget_ids`, ids).map((id, at) => {
      if (typeof id === 'string' && hasToken(id)) return id;
      const position = positions.get(String(id));
      if (position !== undefined && (typeof id === 'string' || typeof id === 'number')) return position;
      throw new BadInput(
        `${path}.widget_ids[${at}]`,
        id,
        'does not name a widget of the dashboard',
        'Export it with its widgets, or name one by its position, as in "@1"',
      );
    });
    return { ...tab, widget_ids };
  });
}

/** The position of each widget, by everything that a tab may name it with. */
function positionsOf(widgets: readonly JsonObject[]): Map<string, string> {
  const positions = new Map<string, string>();
  widgets.forEach(({ id }, index) => {
    const position = `@${index + 1}`;
    positions.set(position, position);
    if (typeof id !== 'string' && typeof id !== 'number') return;
    if (!positions.has(String(id))) positions.set(String(id), position);
  });
  return positions;
}

function listOf(what: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new BadInput(what, value, 'is not a list', 'Pass the dashboard as Datadog exports it');
}
