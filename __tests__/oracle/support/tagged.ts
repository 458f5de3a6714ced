import { TaggingRules, taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { RookoutLabel } from '../../../lib/rookout/label';
import { dashboardOf, Graph } from './graphs';

const SETTINGS = { titleValues: 100 };

export const RULES = taggingRules(SETTINGS);
/** The rules under which labels select nothing but what the graph shows. */
export const EXACT_RULES = taggingRules({ ...SETTINGS, exact: true });

/** The label filters that a graph gets. */
export interface Labels {
  readonly title: readonly string[];
  /** With Datadog's variables in them. */
  readonly link: readonly string[];
}

export function labelsOf(graph: Graph, rules: TaggingRules): Labels {
  const [{ after, link }] = tagDashboard(dashboardOf(graph), rules).widgets;
  const filters = link?.split('?labels=')[1] ?? '';
  return {
    title: RookoutLabel.inTitle(after).map(String),
    link: filters === '' ? [] : filters.split('%2C').map(decodeURIComponent),
  };
}
