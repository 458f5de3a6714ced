import { RookoutLabel } from '../../rookout/label';
import { LinkHole, sessionLink } from '../../rookout/session-link';
import { linkLabels, ShownInstances } from './shown-instances';
import { TaggingRules } from './settings';

/** The longest URL that all browsers and servers accept. */
const LONGEST_ADDRESS = 2000;

/** The link of a graph, or why it has none. */
export interface GraphLink {
  readonly address?: string;
  readonly problem?: string;
  /** Whether it opens the instances of the clicked line. */
  readonly byLine: boolean;
}

/**
 * The link that opens the instances with these labels.
 *
 * @param labels the known labels, in the order of the title
 * @param filled the labels whose values Datadog fills in
 */
export function graphLink(
  labels: readonly RookoutLabel[],
  filled: ShownInstances['filled'],
  rules: TaggingRules,
): GraphLink {
  const all = linkLabels(labels, filled, rules.instances);
  try {
    const address = sessionLink(rules.sessionLink, all, rules.tokens.inLink);
    if (address.length > LONGEST_ADDRESS) {
      const problem = `its link would have ${address.length} characters, more than the limit of ${LONGEST_ADDRESS}`;
      return { problem, byLine: false };
    }
    const byLine = all.some((label) => 'filledBy' in label && filled.get(label.key)?.by === 'line');
    return { address, byLine };
  } catch (error) {
    if (error instanceof LinkHole) return { problem: `it gets no link: ${error.message}`, byLine: false };
    throw error;
  }
}
