import { DEFAULT_TAGGING, TaggingRules, taggingRules } from '../../../lib/datadog/tagging/rules';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { RookoutLabel } from '../../../lib/rookout/label';
import { dashboardOf, Graph } from './graphs';

const SETTINGS = { titleValues: 100 };

export const RULES = taggingRules(SETTINGS);
/** The rules under which labels select nothing but what the graph shows. Undefined if there is no such setting. */
export const EXACT_RULES =
  'exact' in DEFAULT_TAGGING ? taggingRules({ ...SETTINGS, ...{ exact: true } }) : undefined;

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
