import { JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { LabelFilter, labelFilter, TERRAFORM_VALUE } from '../../rookout/label-filter';
import { openedLabels } from '../../rookout/opened-labels';
import { withoutPlaceholders } from '../../terraform/template';
import { tagValue } from '../tags';
import { addressBehind } from '../tagging/custom-links';
import { WidgetReport } from '../tagging/report';
import { TaggingRules } from '../tagging/settings';
import { labelsInSearch } from './label-search';

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
  return address === undefined ? { title, link: [] } : { title, ...linkLabels(address, rules, title) };
}

/** The label filters that they have after tagging. */
export function taggedLabels({ after, link }: WidgetReport, rules: TaggingRules): GraphLabels {
  const title = titleLabels(after, rules);
  return link === undefined ? { title, link: [] } : { title, ...linkLabels(link, rules, title) };
}

function titleLabels(title: string, rules: TaggingRules): LabelFilter[] {
  return RookoutLabel.inTitle(title)
    .filter(({ key }) => rules.tagsOf.has(key))
    .map(({ key, value }) => labelFilter(key, shown(value, rules)));
}

function linkLabels(
  address: string,
  rules: TaggingRules,
  title: readonly LabelFilter[],
): Omit<GraphLabels, 'title'> {
  const link = labelsOfLink(address, rules, title);
  return link ? { link } : { link: [], otherLink: shown(address, rules) };
}

/**
 * The label filters of a link. Undefined if it is of another template.
 *
 * @param title those of the title: a search has only what Datadog stores of them
 * @param template that of the first link, unless another is given
 */
export function labelsOfLink(
  address: string,
  rules: TaggingRules,
  title: readonly LabelFilter[] = [],
  template = rules.sessionLink,
): readonly LabelFilter[] | undefined {
  return openedLabels(template, shown(address, rules), (search) =>
    labelsInSearch(search, (tag, stored) => {
      const keys = keysOfTag(tag, rules);
      const named = title.filter(({ key }) => keys.includes(key));
      const same = named.find(({ value }) => tagValue(tag, value) === stored);
      return same ?? { key: named[0]?.key ?? keys[0], value: stored };
    }),
  );
}

/** The label keys that a tag may have, the likeliest first. A key without a known tag is itself the tag. */
function keysOfTag(tag: string, { instances, tagsOf }: TaggingRules): string[] {
  const first = instances.keyOf.get(tag);
  const all = [...tagsOf].filter(([, tags]) => tags.includes(tag)).map(([key]) => key);
  return [...(first === undefined ? [] : [first]), ...all, tag];
}

/** The text with `${…}` in place of each value that only Terraform knows. */
function shown(text: string, { expressions }: TaggingRules): string {
  const known = withoutPlaceholders(text);
  return expressions ? known.replace(/\$\{[^{}]*\}/g, TERRAFORM_VALUE) : known;
}
