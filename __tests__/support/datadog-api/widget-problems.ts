import { ObjectSerializer as V1 } from '@datadog/datadog-api-client/dist/packages/datadog-api-client-v1/models/ObjectSerializer';
import { Apps } from './apps';
import { Json } from './refusal';
import { unknownPart } from './unknown-part';

const COLUMNS = 12;

/** Told as the API tells them: the position, the type, and what is wrong. */
export function* widgetProblems(
  widgets: readonly Json[],
  dashboard: Json,
  apps: Apps,
  inner = '',
): Generator<string> {
  for (const [position, widget] of widgets.entries()) {
    const here = `at position ${position}`;
    if (typeof widget?.definition !== 'object' || widget.definition === null) {
      yield `Invalid ${inner}widget ${here}. Error: 'definition' is a required property`;
      continue;
    }
    const { definition, layout, id } = widget;
    if (!Number.isInteger(id)) yield `Invalid ${inner}widget ${here}. Error: 'id' is not a number`;
    for (const problem of layoutProblems(layout, dashboard, inner !== '')) {
      yield `Invalid ${inner}widget ${here}. Error: ${problem}`;
    }
    for (const problem of definitionProblems(definition, dashboard, apps)) {
      yield `Invalid ${inner}widget definition ${here} of type ${definition.type}. Error: ${problem}`;
    }
  }
}

/** Which layouts need a place for each widget is in the docstrings of the client's `Widget` and `Dashboard`. */
function* layoutProblems(
  layout: Json | null | undefined,
  dashboard: Json,
  inGroup: boolean,
): Generator<string> {
  const { layout_type: type, reflow_type: reflow } = dashboard;
  if (layout === undefined || layout === null) {
    if (!inGroup && (type === 'free' || reflow === 'fixed')) yield "'layout' is a required property";
    return;
  }
  if (reflow === 'auto') yield "'layout' is not allowed where 'reflow_type' is 'auto'";
  for (const field of ['x', 'y', 'width', 'height']) {
    const value = layout[field];
    if (!Number.isInteger(value) || value < 0) yield `'${field}' of the layout is no non-negative integer`;
  }
  if (reflow === 'fixed' && layout.x + layout.width > COLUMNS) {
    yield `the layout reaches beyond ${COLUMNS} columns`;
  }
}

function* definitionProblems(definition: Json, dashboard: Json, apps: Apps): Generator<string> {
  // The client's types never knew it, and dashboards still have it.
  if (definition.type === 'custom') return;
  const isGroup = definition.type === 'group' && Array.isArray(definition.widgets);
  const unknown = unknownDefinition(isGroup ? { ...definition, widgets: [] } : definition);
  if (unknown !== undefined) {
    yield unknown;
    return;
  }
  yield* customLinkProblems(definition.custom_links ?? []);
  if (definition.type === 'embedded_app') yield* embeddedAppProblems(definition, apps);
  if (isGroup) yield* widgetProblems(definition.widgets, dashboard, apps, 'inner ');
}

/** As the docstring of the client's `WidgetCustomLink` says. */
function* customLinkProblems(links: readonly Json[]): Generator<string> {
  for (const { link } of links) {
    if (typeof link !== 'string' || /^(https?:\/\/|\/)/.test(link)) continue;
    yield `the custom link ${JSON.stringify(link)} must begin with http://, https:// or /`;
  }
}

/** Only published apps can be embedded: https://docs.datadoghq.com/actions/app_builder/embedded_apps/ */
function* embeddedAppProblems({ app_id: app, template_id: template }: Json, apps: Apps): Generator<string> {
  if (app && template) yield "'app_id' and 'template_id' exclude each other";
  if (app && !apps.isPublished(app)) yield `there is no published app ${app}`;
}

/** The class of each kind of widget met so far. Trying every class for every widget takes twenty times as long. */
const CLASSES = new Map<string, string>();

function unknownDefinition(definition: Json): string | undefined {
  const { type } = definition;
  return unknownPart(() => {
    const read = V1.deserialize(definition, CLASSES.get(type) ?? 'WidgetDefinition', '');
    if (read?._data === undefined) CLASSES.set(type, read.constructor.name);
    return read;
  });
}
