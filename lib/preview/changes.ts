import { isDeepStrictEqual } from 'util';
import { SET_BY_SERVER } from '../datadog/dashboard/set-by-server';
import { isObject, JsonObject, objectsIn } from '../json/value';
import { changedTexts } from './changed-texts';
import { Change, ChangedTexts, ChangeKind } from './model';
import { objectOf, readable, textOf } from './read';

/** A widget, taken out of its groups. */
interface Placed {
  readonly path: string;
  /** The group that it is in. */
  readonly parent?: Placed;
  readonly definition: JsonObject;
  readonly layout: unknown;
}

/** Fields that Datadog's server sets, and those that are compared widget by widget. */
const NOT_COMPARED: readonly string[] = [...SET_BY_SERVER, 'widgets'];

/** Fields of a dashboard that Datadog's API returns as false if they are not set. */
const FALSE_IF_UNSET: readonly string[] = ['is_read_only', 'pause_auto_refresh'];

/** How the second of two dashboards differs from the first. */
export function changesBetween(one: JsonObject, other: JsonObject): Change[] {
  const [before, after] = [comparable(one), comparable(other)];
  const old = placedIn(before);
  const next = placedIn(after);
  const partners = partnersOf(old, next);
  const taken = new Set(partners.values());
  return [
    ...ownChanges(before, after),
    ...old.filter((widget) => !partners.has(widget)).map((widget) => change('removed', widget, undefined)),
    ...next.filter((widget) => !taken.has(widget)).map((widget) => change('added', undefined, widget)),
    ...[...partners].flatMap(([one, other]) => differences(one, other, partners)),
  ];
}

/** That a whole dashboard is added or removed: one change, whatever is in it. */
export function wholeChange(kind: 'added' | 'removed', title: string): Change {
  return { kind, title, details: [], texts: [] };
}

/** The dashboard without what says the same as if it were not there, as in what the server returns. */
function comparable(dashboard: JsonObject): JsonObject {
  const json = withoutEmpty(readable(dashboard)) as JsonObject;
  for (const name of FALSE_IF_UNSET) if (json[name] === false) delete json[name];
  if (Array.isArray(json.notify_list)) json.notify_list = [...json.notify_list].sort();
  return json;
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([, part]) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutEmpty(part)]));
}

/** The widgets of a dashboard, those in groups as well. */
function placedIn(dashboard: JsonObject): Placed[] {
  return listIn(dashboard.widgets, 'widgets');
}

function listIn(list: unknown, path: string, parent?: Placed): Placed[] {
  return objectsIn(list).flatMap(({ definition: given, layout }, index) => {
    const definition = objectOf(given);
    const { widgets, ...own } = definition;
    const at = `${path}[${index}]`;
    const placed = { path: at, parent, definition: Array.isArray(widgets) ? own : definition, layout };
    return [placed, ...listIn(widgets, `${at}.definition.widgets`, placed)];
  });
}

function groupOf({ parent }: Placed): string {
  return textOf(parent?.definition.title);
}

/** Which widget is which, from the surest sign to the weakest. */
const SIGNS: readonly ((widget: Placed) => unknown)[] = [
  (widget) => [widget.definition, widget.layout, groupOf(widget)],
  ({ definition }) => definition,
  (widget) => {
    const { title, type } = widget.definition;
    return title !== undefined && [title, type, groupOf(widget)];
  },
  ({ definition: { title, type } }) => title !== undefined && [title, type],
  ({ definition: { title: _title, custom_links: _links, ...others } }) => others,
  ({ definition: { title, type }, path }) => !title && [type, path],
];

function partnersOf(old: readonly Placed[], next: readonly Placed[]): Map<Placed, Placed> {
  const partners = new Map<Placed, Placed>();
  const taken = new Set<Placed>();
  for (const sign of SIGNS) {
    const free = new Map<string, Placed[]>();
    for (const widget of next) {
      if (taken.has(widget) || !sign(widget)) continue;
      const key = JSON.stringify(sign(widget));
      free.set(key, [...(free.get(key) ?? []), widget]);
    }
    for (const widget of old) {
      if (partners.has(widget) || !sign(widget)) continue;
      const partner = free.get(JSON.stringify(sign(widget)))?.shift();
      if (!partner) continue;
      partners.set(widget, partner);
      taken.add(partner);
    }
  }
  return partners;
}

function differences(before: Placed, after: Placed, partners: ReadonlyMap<Placed, Placed>): Change[] {
  const { title: old, ...rest } = before.definition;
  const { title: next, ...others } = after.definition;
  const found: Change[] = [];
  if (textOf(old) !== textOf(next)) {
    found.push(change('retitled', before, after, [`${textOf(old)} → ${textOf(next)}`]));
  }
  const fields = fieldsThatDiffer(rest, others);
  if (fields.length > 0) found.push(change('changed', before, after, fields, changedTexts(rest, others)));
  const isInSameGroup = (before.parent && partners.get(before.parent)) === after.parent;
  if (!isDeepStrictEqual(before.layout, after.layout) || !isInSameGroup) {
    found.push(change('moved', before, after, [`${placeOf(before)} → ${placeOf(after)}`]));
  }
  return found;
}

function ownChanges(before: JsonObject, after: JsonObject): Change[] {
  const own = (dashboard: JsonObject) =>
    Object.fromEntries(Object.entries(dashboard).filter(([name]) => !NOT_COMPARED.includes(name)));
  const details = fieldsThatDiffer(own(before), own(after));
  const [old, next] = [before, after].map(({ title }) => textOf(title));
  const found: Change[] = details.includes('title')
    ? [{ kind: 'retitled', title: next, details: [`${old} → ${next}`], texts: [] }]
    : [];
  const others = details.filter((name) => name !== 'title');
  if (others.length > 0) found.push({ kind: 'changed', title: next, details: others, texts: [] });
  return found;
}

function fieldsThatDiffer(before: JsonObject, after: JsonObject): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

function placeOf(placed: Placed): string {
  const { layout } = placed;
  const { x, y, width, height } = objectOf(layout);
  const place = isObject(layout) ? `${x}, ${y} (${width} × ${height})` : '';
  return [groupOf(placed), place].filter(Boolean).join(': ') || '–';
}

function change(
  kind: ChangeKind,
  before?: Placed,
  after?: Placed,
  details: readonly string[] = [],
  texts: readonly ChangedTexts[] = [],
): Change {
  const { definition } = (after ?? before)!;
  const title = textOf(definition.title) || textOf(definition.type);
  return { kind, title, before: before?.path, after: after?.path, details, texts };
}
