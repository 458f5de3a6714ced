import { BadInput } from '../../bad-input';
import { JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { sessionLink, SET_METRIC_POINTS, variableLink } from '../../rookout/session-link';
import { withLabels } from '../../rookout/title';
import { QueryError } from '../query/filter';
import { filtersOf } from '../query/widget-filters';
import { withCustomLink } from './custom-links';
import { labelsOf, variableLabelsOf, VariableTags } from './instances';
import { matches } from './matches';
import { Outcome, WidgetReport } from './report';
import { TaggingRules } from './rules';

/** Tags one widget; the definition is the same object where nothing has changed. */
export function tagDefinition(
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
