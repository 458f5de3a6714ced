import { LinkHole, LinkLabel, sessionLink } from '../../rookout/session-link';
import { labelSearch } from '../labels/label-search';
import { LabelTags, tagOfKey } from './label-tags';
import { TaggingRules } from './settings';

/** The longest URL that all browsers and servers accept. */
const LONGEST_ADDRESS = 2000;

/** The link of a graph, or why it has none. */
export interface GraphLink {
  readonly address?: string;
  readonly problem?: string;
  /** Whether it opens the instances of the clicked line. */
  readonly byLine: boolean;
  /** What the queries demand and the link does not say, such as `not host:web-1`. */
  readonly wider: readonly string[];
  /** How the title contradicts the queries. */
  readonly disagreement?: string;
}

/** No link, and why. */
export function noLink(problem: string, disagreement?: string): GraphLink {
  return { problem, byLine: false, wider: [], ...(disagreement !== undefined && { disagreement }) };
}

/**
 * The link that opens the instances with these labels.
 *
 * @param wider what the queries demand and the labels do not say
 * @param tags the tag of each label key in the graph
 */
export function graphLink(
  labels: readonly LinkLabel[],
  wider: readonly string[],
  tags: LabelTags,
  rules: TaggingRules,
): GraphLink {
  const { sessionLink: template, tokens, exact } = rules;
  if (exact && wider.length > 0) return noLink(`its link would open more than it shows: ${wider.join(', ')}`);
  try {
    const address = sessionLink(template, labels, tokens.inLink, searchIn(tags, rules));
    if (address.length > LONGEST_ADDRESS) {
      return noLink(
        `its link would have ${address.length} characters, more than the limit of ${LONGEST_ADDRESS}`,
      );
    }
    return { address, byLine: labels.some(isOfLine), wider };
  } catch (error) {
    if (error instanceof LinkHole) return noLink(`it gets no link: ${error.message}`);
    throw error;
  }
}

/** Makes a search of labels. */
export function searchIn(
  tags: LabelTags,
  rules: Pick<TaggingRules, 'tagsOf' | 'tokens'>,
): (labels: readonly LinkLabel[]) => string {
  return (labels) => labelSearch(labels, (key) => tagOfKey(key, tags, rules), rules.tokens);
}

function isOfLine(label: LinkLabel): boolean {
  return 'filledBy' in label && !label.filledBy.startsWith('{{$');
}
