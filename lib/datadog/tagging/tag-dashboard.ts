import { BadInput } from '../../bad-input';
import { RookoutLabel } from '../../rookout/label';
import { sessionLink, SET_METRIC_POINTS, variableLink } from '../../rookout/session-link';
import { withLabels } from '../../rookout/title';
import { withCustomLink } from './custom-links';
import { InstanceRules, labelsOf, variableLabelsOf, VariableTags, variableTagsOf } from './instances';
import { QueryError } from '../query/filter';
import { filtersOf } from '../query/widget-filters';
import { checkDepth } from '../widget';
import { isObject, JsonObject } from '../../json/value';

/** How widgets are tagged. */
export interface TaggingRules {
  /** Which tags of a query select instances. */
  readonly instances: InstanceRules;
  /** The link template. */
  readonly sessionLink: string;
  /** The kinds of widgets that are tagged, by Datadog's `type`. */
  readonly widgetTypes: readonly string[];
  /** Titles of widgets that are left alone; `*` stands for any text. */
  readonly excludeTitles: readonly string[];
  /** Makes of a CDKTF token one that Terraform percent-encodes. */
  encodeToken(marker: string): string;
}

/** What became of a widget. */
export type Outcome =
  /** Title and link have been given to it. */
  | 'tagged'
  /** Its instances follow a template variable: the link has been given to it, and no title. */
  | 'linked'
  /** Its title carried a label filter; the link has been brought into line if it was not. */
  | 'already tagged'
  /** Its queries name no instances. */
  | 'nothing to infer'
  /** A pattern excludes it. */
  | 'excluded'
  /** A query of it, or its context links, could not be read. */
  | 'not understood';

/** What became of one widget of a dashboard. */
export interface WidgetReport {
  /** Where it is, for example `widgets[2].definition.widgets[0]`. */
  readonly path: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly before: string;
  readonly after: string;
  /** Why, where the outcome does not say it. */
  readonly reason?: string;
  /** Whether anything has been changed. */
  readonly changed: boolean;
}

/** A dashboard with its widgets tagged, and what became of each. */
export interface TaggedDashboard {
  readonly dashboard: JsonObject;
  readonly widgets: readonly WidgetReport[];
}

/**
 * Tags the widgets of a dashboard, also those in groups. What is neither title nor context link stays as it is, and
 * the dashboard that is given is not changed.
 *
 * @throws BadInput where it is no dashboard
 */
export function tagDashboard(dashboard: JsonObject, rules: TaggingRules): TaggedDashboard {
  if (!isObject(dashboard) || !Array.isArray(dashboard.widgets)) {
    throw new BadInput('dashboard', dashboard, 'has no list of widgets', 'Pass the JSON of a dashboard');
  }
  const reports: WidgetReport[] = [];
  const variableTags = variableTagsOf(dashboard.template_variables);
  const widgets = tagWidgets(dashboard.widgets, 'widgets', rules, variableTags, reports, 0);
  return {
    dashboard: widgets === dashboard.widgets ? dashboard : { ...dashboard, widgets },
    widgets: reports,
  };
}

/** The widgets tagged, or the list itself where nothing has changed. */
function tagWidgets(
  widgets: readonly unknown[],
  path: string,
  rules: TaggingRules,
  variableTags: VariableTags,
  reports: WidgetReport[],
  depth: number,
): readonly unknown[] {
  checkDepth(path, depth);
  let changed = false;
  const result = widgets.map((widget, index) => {
    const at = `${path}[${index}]`;
    const definition = definitionOf(widget, at);
    let next = definition;
    if (Array.isArray(definition.widgets)) {
      const below = `${at}.definition.widgets`;
      const inner = tagWidgets(definition.widgets, below, rules, variableTags, reports, depth + 1);
      if (inner !== definition.widgets) next = { ...definition, widgets: inner };
    } else if (rules.widgetTypes.includes(definition.type as string)) {
      const tagged = tagWidget(definition, at, rules, variableTags);
      reports.push(tagged.report);
      next = tagged.definition;
    }
    if (next === definition) return widget;
    changed = true;
    return { ...(widget as JsonObject), definition: next };
  });
  return changed ? result : widgets;
}

function definitionOf(widget: unknown, path: string): JsonObject {
  const definition = isObject(widget) ? widget.definition : undefined;
  if (isObject(definition)) return definition;
  throw new BadInput(`${path}.definition`, definition, 'is no widget definition', 'Give the widget one');
}

/** Tags one widget; the definition is the same object where nothing has changed. */
export function tagWidget(
  definition: JsonObject,
  path: string,
  rules: TaggingRules,
  variableTags: VariableTags,
): { readonly definition: JsonObject; readonly report: WidgetReport } {
  const { title = '' } = definition;
  if (title !== null && typeof title !== 'string') {
    throw new BadInput(
      `${path}.definition.title`,
      title,
      'is no text',
      'Give the widget a title that is text',
    );
  }
  const before = title ?? '';
  const decided = decide(definition, before, rules, variableTags);
  const after = decided.title ?? before;
  let next = definition;
  if (after !== before) next = { ...next, title: after };
  if (decided.link !== undefined) next = withCustomLink(next, SET_METRIC_POINTS, decided.link);
  const { outcome, reason } = decided;
  const report = {
    path,
    type: String(definition.type),
    outcome,
    before,
    after,
    ...(reason === undefined ? {} : { reason }),
    changed: next !== definition,
  };
  return { definition: next, report };
}

interface Decision {
  readonly outcome: Outcome;
  readonly title?: string;
  readonly link?: string;
  readonly reason?: string;
}

function decide(
  definition: JsonObject,
  title: string,
  rules: TaggingRules,
  variableTags: VariableTags,
): Decision {
  if (rules.excludeTitles.some((pattern) => matches(title, pattern))) return { outcome: 'excluded' };
  const { custom_links: links } = definition;
  if (links !== undefined && links !== null && !Array.isArray(links)) {
    return { outcome: 'not understood', reason: 'its custom_links are no list' };
  }
  const present = RookoutLabel.inTitle(title);
  if (present.length > 0) return { outcome: 'already tagged', link: linkTo(present, rules) };
  try {
    const filters = filtersOf(definition);
    const labels = labelsOf(filters, rules.instances, variableTags);
    if (labels.length > 0) {
      return { outcome: 'tagged', title: withLabels(title, labels), link: linkTo(labels, rules) };
    }
    const variables = variableLabelsOf(filters, rules.instances, variableTags);
    if (variables.length > 0) return { outcome: 'linked', link: variableLink(rules.sessionLink, variables) };
    return { outcome: 'nothing to infer' };
  } catch (error) {
    if (error instanceof QueryError) return { outcome: 'not understood', reason: error.message };
    throw error;
  }
}

function linkTo(labels: readonly RookoutLabel[], rules: TaggingRules): string {
  return sessionLink(rules.sessionLink, labels, rules.encodeToken);
}

/** Whether the text is what the pattern says, in which `*` stands for any text; case does not matter. */
export function matches(text: string, pattern: string): boolean {
  const whole = text.toLowerCase();
  const [first, ...others] = pattern.toLowerCase().split('*');
  const last = others.pop();
  if (last === undefined) return whole === first;
  if (!whole.startsWith(first)) return false;
  let position = first.length;
  for (const part of others) {
    const found = whole.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return whole.length - last.length >= position && whole.endsWith(last);
}
