import { READERS_OF_BLOCKS } from '../../datadog/dashboard/blocks';
import { isObject, JsonObject } from '../../json/value';
import { DASHBOARD_TYPES, isBlockType } from '../../terraform/dashboard-types';
import {
  formatProblem,
  KNOWN_LATER,
  maskIn,
  SENSITIVE,
  ShownResource,
  shownResources,
} from '../../terraform/shown';
import { isDashboard, readJson } from '../files/dashboard';
import { FileError } from '../files/errors';
import { failure, partPassedOver, passedOver, Source } from './source';

/** A plan has no lines that a user would know. */
const START = { start: { line: 1, column: 1 } };

/**
 * The dashboards and powerpacks of a plan or a state, of all modules, by their addresses. Of a graph with a value that is
 * only known after the apply, or that is sensitive, nothing is read: it has one query, which says so.
 *
 * @param path what to call the plan in messages
 * @throws FileError if its format is not known
 */
export function* sourcesInPlan(path: string, shown: JsonObject): Generator<Source> {
  const problem = formatProblem(shown);
  if (problem !== undefined) throw new FileError(path, problem);
  if (shown.errored === true) {
    yield partPassedOver(path, 'is a plan that ended with errors: it may not have all dashboards');
  }
  for (const resource of shownResources(shown, DASHBOARD_TYPES)) yield* sourcesOf(path, resource);
}

function* sourcesOf(path: string, resource: ShownResource): Generator<Source> {
  const { address, before, after, isPlanned } = resource;
  try {
    const old = before && dashboardIn(path, resource, before);
    const next = after && dashboardIn(path, resource, after);
    if (next === undefined) {
      if (isObject(old)) yield { kind: 'gone', path, resource: address, dashboard: old };
    } else if (typeof next === 'string') {
      yield passedOver(path, `${address} is not checked: ${next}`, true);
    } else {
      yield {
        kind: 'dashboard',
        path,
        resource: address,
        dashboard: next,
        blocks: isBlockType(resource.type),
        ...(isPlanned && typeof old !== 'string' && { before: old ?? null }),
        notFixed: 'it is of a plan. Tag the files that it comes from: rookout-datadog tag',
        placeOf: () => START,
      };
    }
    if (isObject(after) && typeof after.widget === 'string') {
      yield partPassedOver(path, `${address} has widgets that only Terraform knows: they are not checked`);
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    yield failure(new FileError(path, `the text of ${error.message}`));
  }
}

/**
 * Fields that the provider or the server fills in where the configuration has none, so that a plan does not know them yet.
 * None of them says what a graph shows.
 */
const FILLED_IN = [
  'id',
  'url',
  'hide_incomplete_cost_data',
  'scaling',
  'show_title',
  'x',
  'y',
  'width',
  'height',
];

function withoutFilledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFilledIn);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([name, part]) => !(part === KNOWN_LATER && FILLED_IN.includes(name)),
  );
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutFilledIn(part)]));
}

/** The dashboard in Datadog's JSON, or why it can't be read. */
function dashboardIn(path: string, { type, address }: ShownResource, body: JsonObject): JsonObject | string {
  if (isBlockType(type)) {
    const { dashboard_lists_removed: _removed, ...own } = body;
    return withoutMasked(READERS_OF_BLOCKS[type](withoutFilledIn(own) as JsonObject, (text) => text));
  }
  const { dashboard } = body;
  if (dashboard === KNOWN_LATER) return 'it is only known after the apply';
  if (dashboard === SENSITIVE) return 'it is sensitive';
  const { value } = readJson(address, String(dashboard));
  if (isDashboard(value)) return value;
  throw new FileError(path, `${address} is not a dashboard: it has no list of widgets`);
}

/**
 * The dashboard, in which a graph with a masked value has one query, which is that value, and no links. If a template
 * variable is masked, all graphs are: they may follow it.
 */
function withoutMasked(dashboard: JsonObject): JsonObject {
  const all = maskIn(dashboard.template_variables);
  const inWidgets = (widgets: unknown): unknown =>
    Array.isArray(widgets)
      ? widgets.map((widget) => ({ ...widget, definition: inDefinition(widget.definition) }))
      : widgets;
  const inDefinition = (definition: JsonObject, hidden = all): JsonObject => {
    const { widgets, source_widget_definition: source, ...own } = definition;
    const isGraph = own.requests !== undefined;
    const mask = hidden ?? maskIn(own);
    return {
      ...definition,
      ...(widgets === undefined ? {} : { widgets: inWidgets(widgets) }),
      ...(isObject(source) && { source_widget_definition: inDefinition(source, mask) }),
      ...(isGraph && mask !== undefined && { requests: [{ q: mask }], custom_links: [] }),
    };
  };
  return { ...dashboard, widgets: inWidgets(dashboard.widgets) };
}
