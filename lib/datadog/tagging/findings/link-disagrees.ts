import { JsonObject } from '../../../json/value';
import { SET_METRIC_POINTS } from '../../../rookout/session-link';
import { isPlaceholder, withoutPlaceholders } from '../../../terraform/template';
import { quotedTitle, Rule } from './rule';

export const LINK_DISAGREES: Rule = {
  id: 'link-disagrees',
  level: 'warning',
  summary: `The link "${SET_METRIC_POINTS}" of a graph is missing, or opens other instances than its title says.`,
  help: 'Run "rookout-datadog tag". If Rookout has another address with you, name it by --session-link.',
  check: ({ report: { outcome, before }, actual, tagged }) => {
    const is = linkOf(actual);
    const wanted = linkOf(tagged);
    switch (outcome) {
      case 'already tagged':
      case 'linked':
        return same(is, wanted) ? [] : [disagreement(before, is, wanted)];
      case 'nothing to infer':
        return is === undefined ? [] : [groundless(before, is)];
      default:
        return [];
    }
  },
};

function linkOf({ custom_links: links }: JsonObject): string | undefined {
  const own = Array.isArray(links) ? links.find((link) => link?.label === SET_METRIC_POINTS) : undefined;
  return typeof own?.link === 'string' ? own.link : undefined;
}

/** Whether the links are the same, as far as that can be known before Terraform runs. */
function same(is: string | undefined, wanted: string | undefined): boolean {
  if (is === undefined || wanted === undefined) return is === wanted;
  return isPlaceholder(is) || withoutPlaceholders(is) === withoutPlaceholders(wanted);
}

function disagreement(title: string, is: string | undefined, wanted: string | undefined): string {
  return is === undefined
    ? `${quotedTitle(title)} has no link "${SET_METRIC_POINTS}". Let one open ${wanted}`
    : `the link "${SET_METRIC_POINTS}" of ${quotedTitle(title)} opens ${is} instead of ${wanted}`;
}

function groundless(title: string, link: string): string {
  return (
    `the link "${SET_METRIC_POINTS}" of ${quotedTitle(title)} opens ${link}, and neither its title nor its queries ` +
    'name instances. Put label filters in the title, or take the link away'
  );
}
