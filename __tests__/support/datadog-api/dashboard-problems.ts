import { ObjectSerializer as V1 } from '@datadog/datadog-api-client/dist/packages/datadog-api-client-v1/models/ObjectSerializer';
import { Apps } from './apps';
import { Json } from './refusal';
import { unknownPart } from './unknown-part';
import { widgetProblems } from './widget-problems';

const REQUIRED = ['title', 'layout_type', 'widgets'];
const MOST_TAGS = 5;

/**
 * Why Datadog would not take the dashboard, as it is about to be kept. Beside the types of Datadog's client the
 * sources are its docstrings and the refusals in the recordings that it is tested with.
 */
export function* dashboardProblems(dashboard: Json, apps: Apps): Generator<string> {
  const missing = REQUIRED.filter((field) => dashboard[field] === undefined || dashboard[field] === null);
  yield* missing.map((field) => `'${field}' is a required property`);
  if (missing.length > 0) return;
  if (dashboard.dashboard_lists !== undefined) yield "'dashboard_lists' is no part of a dashboard";

  const unknown = [...fieldProblems(dashboard)];
  yield* unknown;
  if (unknown.length > 0) return;
  if (dashboard.reflow_type && dashboard.layout_type !== 'ordered') {
    yield "'reflow_type' is only for the layout type 'ordered'";
  }
  yield* tagProblems(dashboard.tags ?? []);
  yield* variableProblems(dashboard.template_variables ?? []);
  yield* presetProblems(dashboard.template_variable_presets ?? []);
  yield* widgetProblems(dashboard.widgets, dashboard, apps);
  yield* tabProblems(dashboard.tabs ?? [], dashboard.widgets);
}

/** Each field is read alone, so that it can be named; the widgets follow one by one. */
function* fieldProblems({ widgets, ...fields }: Json): Generator<string> {
  if (!Array.isArray(widgets)) yield "'widgets' is invalid";
  for (const [field, value] of Object.entries(fields)) {
    const alone = { title: '', layout_type: 'ordered', widgets: [], [field]: value };
    const unknown = unknownPart(() => V1.deserialize(alone, 'Dashboard', ''));
    if (unknown !== undefined) yield `'${field}' is invalid: ${unknown}`;
  }
}

function* tagProblems(tags: readonly string[]): Generator<string> {
  if (tags.some((tag) => !/^team:\S/.test(tag))) yield 'Invalid tag format. Valid tag keys are: team.';
  if (tags.length > MOST_TAGS) yield `Maximum number of tags is ${MOST_TAGS}`;
}

function* variableProblems(variables: readonly Json[]): Generator<string> {
  const names = variables.map(({ name }) => name);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    yield `'template_variables' is invalid: there are several named '${name}'`;
  }
  for (const { default: one, defaults } of variables) {
    if (typeof one === 'string' && Array.isArray(defaults)) yield "'template_variables' is invalid";
    if (defaults?.includes('')) yield "Minimum length of parameter 'defaults' should be 1";
  }
}

function* presetProblems(presets: readonly Json[]): Generator<string> {
  for (const { value, values } of presets.flatMap((preset) => preset.template_variables ?? [])) {
    if (typeof value === 'string' && Array.isArray(values)) yield "'template_variable_presets' is invalid";
    if (values?.length === 0) yield "Minimum number of elements in parameter 'values' should be 1";
  }
}

function* tabProblems(tabs: readonly Json[], widgets: readonly Json[]): Generator<string> {
  const ids = new Set(widgets.map((widget) => widget?.id));
  for (const { name, widget_ids: named } of tabs) {
    for (const id of named ?? [])
      if (!ids.has(id)) yield `'tabs' is invalid: ${name} names no widget with ${id}`;
  }
}
