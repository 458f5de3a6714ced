import { JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { LabelFilter, labelFilter, TERRAFORM_VALUE } from '../../rookout/label-filter';
import { openedLabels } from '../../rookout/opened-labels';
import { withoutPlaceholders } from '../../terraform/template';
import { addressBehind } from '../tagging/custom-links';
import { WidgetReport } from '../tagging/report';
import { TaggingRules } from '../tagging/settings';

/** The label filters of a graph. */
export interface GraphLabels {
  readonly title: readonly LabelFilter[];
  readonly link: readonly LabelFilter[];
  /** The URL of the link, if it is of another template than the setting, so that its labels are not known. */
  readonly otherLink?: string;
}

/** The label filters that the title and the link of a graph have. */
export function graphLabels(
  { before }: WidgetReport,
  definition: JsonObject,
  rules: TaggingRules,
): GraphLabels {
  const title = titleLabels(before, rules);
  const address = addressBehind(definition, rules.linkLabel);
  return address === undefined ? { title, link: [] } : { title, ...linkLabels(address, rules) };
}

/** The label filters that they have after tagging. */
export function taggedLabels({ after, link }: WidgetReport, rules: TaggingRules): GraphLabels {
  const title = titleLabels(after, rules);
  return link === undefined ? { title, link: [] } : { title, ...linkLabels(link, rules) };
}

function titleLabels(title: string, rules: TaggingRules): LabelFilter[] {
  return RookoutLabel.inTitle(title)
    .filter(({ key }) => rules.tagsOf.has(key))
    .map(({ key, value }) => labelFilter(key, shown(value, rules)));
}

function linkLabels(address: string, rules: TaggingRules): Omit<GraphLabels, 'title'> {
  const link = labelsOfLink(address, rules);
  return link ? { link } : { link: [], otherLink: shown(address, rules) };
}

/** The label filters of a link. Undefined if it is of another template than the setting. */
export function labelsOfLink(address: string, rules: TaggingRules): readonly LabelFilter[] | undefined {
  return openedLabels(rules.sessionLink, shown(address, rules));
}

/** The text with `${…}` in place of each value that only Terraform knows. */
function shown(text: string, { expressions }: TaggingRules): string {
  const known = withoutPlaceholders(text);
  return expressions ? known.replace(/\$\{[^{}]*\}/g, TERRAFORM_VALUE) : known;
}
