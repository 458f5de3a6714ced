import { isPlaceholder, withoutPlaceholders } from '../../../terraform/template';
import { holdsExpression } from '../../query/later-value';
import { addressBehind } from '../custom-links';
import { CheckedGraph, quotedTitle, Rule } from './rule';

export const LINK_DISAGREES: Rule = {
  id: 'link-disagrees',
  level: 'warning',
  fixable: true,
  summary:
    'The link "Set metric points" of a graph is missing, or opens other instances than the graph shows.',
  help: 'Run "rookout-datadog tag". If your Rookout has another URL, set it with --session-link.',
  check: (graph) => {
    const { report, definition, linkLabel } = graph;
    if (report.outcome === 'tagged' || report.disagreement !== undefined) return [];
    const is = addressBehind(definition, linkLabel);
    return same(is, report.link) ? [] : [disagreement(graph, is)];
  },
};

/** Whether the links are the same, as far as this is known before Terraform runs. */
function same(is: string | undefined, wanted: string | undefined): boolean {
  if (is !== undefined && holdsExpression(is)) return true;
  if (is === undefined || wanted === undefined) return is === wanted;
  return isPlaceholder(is) || withoutPlaceholders(is) === withoutPlaceholders(wanted);
}

function disagreement({ report, linkLabel }: CheckedGraph, is: string | undefined): string {
  const { link: wanted, reason = 'neither its title nor its queries name instances' } = report;
  const title = quotedTitle(report.before);
  if (is === undefined) return `${title} has no link "${linkLabel}". Add one that opens ${wanted}`;
  if (wanted !== undefined) return `the link "${linkLabel}" of ${title} opens ${is} instead of ${wanted}`;
  return (
    `the link "${linkLabel}" of ${title} opens ${is}, but ${reason}. ` +
    'Put label filters in the title, or remove the link'
  );
}
