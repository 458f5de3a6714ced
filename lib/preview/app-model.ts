import { INSTANCES_VARIABLE } from '../datadog/app-definition';
import { piecesOfAppLink } from '../datadog/app-link';
import { Rectangle } from '../datadog/widget';
import { JsonObject, objectsIn } from '../json/value';
import { AppModel, AppPart } from './model';
import { numberOf, objectOf, textOf } from './read';

/**
 * An App Builder app, as far as it can be drawn without running it: what stands in the cells of its outermost grid.
 *
 * @param choices what a select offers
 */
export function appModel(definition: JsonObject, choices: readonly string[]): AppModel {
  const { components, rootInstanceName } = definition;
  const root = objectsIn(components).find(({ name }) => name === rootInstanceName);
  const cells = objectsIn(objectOf(root?.properties).children);
  return { parts: cells.flatMap((cell) => partsOf(cell, choices)), variable: INSTANCES_VARIABLE };
}

function partsOf({ properties }: JsonObject, choices: readonly string[]): AppPart[] {
  const { layout, children } = objectOf(properties);
  const at = objectOf(objectOf(layout).default);
  const [x, y, width, height] = [at.x, at.y, at.width, at.height].map((number) => numberOf(number) ?? 1);
  return objectsIn(children).map((child) => partOf(child, { x, y, width, height }, choices));
}

function partOf(
  { type, properties, events }: JsonObject,
  at: Rectangle,
  choices: readonly string[],
): AppPart {
  const { label, columns, content, summary } = objectOf(properties);
  switch (type) {
    case 'select':
      return { at, kind: 'select', label: textOf(label), items: choices };
    case 'button':
      return { at, kind: 'button', label: textOf(label), items: [], address: addressOf(events) };
    case 'table':
      return { at, kind: 'table', label: textOf(summary), items: headersOf(columns) };
    case 'text':
      return { at, kind: 'text', label: textOf(content), items: [] };
    default:
      return { at, kind: 'other', label: textOf(type), items: [] };
  }
}

function headersOf(columns: unknown): string[] {
  return objectsIn(columns).map(({ header, dataPath }) => textOf(header) || textOf(dataPath));
}

/** The address of the first event that opens one, if it is plain text around the chosen value. */
function addressOf(events: unknown): readonly string[] | undefined {
  const url = objectsIn(events).find(({ type }) => type === 'openUrl')?.url;
  const pieces = piecesOfAppLink(textOf(url));
  return pieces && /^https?:\/\//i.test(pieces[0]) ? pieces : undefined;
}
