import { JsonObject } from '../../../json/value';
import { definitionKeys } from '../json-widgets';

/**
 * The dashboard with the widgets of these findings as tagging makes them. Everything else stays as it is.
 *
 * @param findings the path of each widget, and its definition if tagging fixes it
 */
export function fixed(
  dashboard: JsonObject,
  findings: readonly { readonly widget: string; readonly fix?: JsonObject }[],
): JsonObject {
  return findings.reduce<unknown>(
    (board, { widget, fix }) => (fix ? withValueAt(board, definitionKeys(widget), fix) : board),
    dashboard,
  ) as JsonObject;
}

function withValueAt(
  whole: unknown,
  [key, ...others]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((item, index) => (index === key ? withValueAt(item, others, value) : item));
  }
  const object = whole as JsonObject;
  return { ...object, [key]: withValueAt(object[key], others, value) };
}
