import { isPlaceholder, withoutPlaceholders } from '../../../terraform/template';
import { holdsExpression } from '../../query/later-value';
import { addressBehind, addressCalled } from '../custom-links';
import { CheckedGraph, quotedTitle, Rule } from './rule';

export const LINK_DISAGREES: Rule = {
  id: 'link-disagrees',
  level: 'warning',
  fixable: true,
  summary:
    'The link "Set metric points" of a graph is missing, or opens other instances than the graph shows.',
  help: 'Run "rookout-datadog tag". If your Rookout has another URL, set it with --session-link.',
  check: (graph) => {
    const { report, definition, linkLabel, otherLabels } = graph;
    if (report.outcome === 'tagged' || report.disagreement !== undefined) return [];
    const { link, others = [] } = report;
    const links = [
      { label: linkLabel, is: addressBehind(definition, linkLabel), wanted: link },
      ...otherLabels.map((label) => ({
        label,
        is: addressCalled(definition, label),
        wanted: others.find((other) => other.label === label)?.address,
      })),
    ];
    return links.filter(({ is, wanted }) => !same(is, wanted)).map((one) => disagreement(graph, one));
  },
};

/** A link as it is, and as it has to be. */
interface CheckedLink {
  readonly label: string;
  readonly is: string | undefined;
  readonly wanted: string | undefined;
}

/** Whether the links are the same, as far as this is known before Terraform runs. */
function same(is: string | undefined, wanted: string | undefined): boolean {
  if (is !== undefined && holdsExpression(is)) return true;
  if (is === undefined || wanted === undefined) return is === wanted;
  return isPlaceholder(is) || withoutPlaceholders(is) === withoutPlaceholders(wanted);
}

function disagreement({ report }: CheckedGraph, { label, is, wanted }: CheckedLink): string {
  const title = quotedTitle(report.before);
  if (is === undefined) return `${title} has no link "${label}". Add one that opens ${wanted}`;
  if (wanted !== undefined) return `the link "${label}" of ${title} opens ${is} instead of ${wanted}`;
  const problem = report.others?.find((other) => other.label === label)?.problem ?? report.reason;
  return (
    `the link "${label}" of ${title} opens ${is}, but ${problem ?? 'neither its title nor its queries name instances'}. ` +
    'Put label filters in the title, or remove the link'
  );
}
