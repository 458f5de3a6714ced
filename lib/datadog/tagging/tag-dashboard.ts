import { BadInput } from '../../bad-input';
import { isObject, JsonObject } from '../../json/value';
import { unlinkedBlock } from '../../terraform/link-blocks';
import { Recent } from '../query/recent';
import { jsonWidgets } from './json-widgets';
import { WidgetReport } from './report';
import { TaggingRules } from './settings';
import { variablesIn } from './variables';
import { tagWidgets } from './walk';

/** Variables by their JSON, since many dashboards have the same. */
const VARIABLES = new Recent((json) => variablesIn(JSON.parse(json)));

const JSON_WIDGETS = jsonWidgets(() => undefined);
const WIDGETS_OF_BLOCKS = jsonWidgets(unlinkedBlock);

/** A dashboard with its widgets tagged, and the result for each. */
export interface TaggedDashboard {
  readonly dashboard: JsonObject;
  readonly widgets: readonly WidgetReport[];
  /** The definition of each of these widgets before it was tagged. */
  readonly definitions: readonly JsonObject[];
}

/**
 * Tags the widgets of a dashboard, also those in groups. Only titles and context links change. The given
 * dashboard is not modified.
 *
 * @throws BadInput if it is not a dashboard
 */
export function tagDashboard(dashboard: JsonObject, rules: TaggingRules): TaggedDashboard {
  if (!isObject(dashboard) || !Array.isArray(dashboard.widgets)) {
    throw new BadInput('dashboard', dashboard, 'has no list of widgets', 'Pass the JSON of a dashboard');
  }
  const variables = VARIABLES.of(JSON.stringify(dashboard.template_variables ?? null));
  const form = rules.blocks ? WIDGETS_OF_BLOCKS : JSON_WIDGETS;
  const { widgets, reports, definitions } = tagWidgets(dashboard.widgets, 'widgets', form, rules, variables);
  return {
    dashboard: widgets === dashboard.widgets ? dashboard : { ...dashboard, widgets },
    widgets: reports,
    definitions,
  };
}
