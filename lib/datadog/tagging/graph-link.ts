import { LinkHole, LinkLabel, sessionLink } from '../../rookout/session-link';
import { labelSearch } from '../labels/label-search';
import { LabelTags, tagOfKey } from './label-tags';
import { TaggingRules } from './settings';

/** The longest URL that all browsers and servers accept. */
const LONGEST_ADDRESS = 2000;

/** A further link of a graph, or why it has none. */
export interface OtherLink {
  readonly label: string;
  readonly address?: string;
  readonly problem?: string;
}

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
  /** The further links. */
  readonly others?: readonly OtherLink[];
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
  if (rules.exact && wider.length > 0) {
    return noLink(`its link would open more than it shows: ${wider.join(', ')}`);
  }
  const first = addressIn(rules.sessionLink, labels, tags, rules);
  const others = rules.otherLinks.map(({ label, template }) => ({
    label,
    ...addressIn(template, labels, tags, rules),
  }));
  return {
    ...(first.address === undefined
      ? noLink(`${first.problem}`)
      : { address: first.address, byLine: labels.some(isOfLine), wider }),
    ...(others.length > 0 && { others }),
  };
}

/** The URL that a template makes of labels, or why it makes none. */
function addressIn(
  template: string,
  labels: readonly LinkLabel[],
  tags: LabelTags,
  rules: TaggingRules,
): Omit<OtherLink, 'label'> {
  try {
    const address = sessionLink(template, labels, rules.tokens.inLink, searchIn(tags, rules));
    if (address.length <= LONGEST_ADDRESS) return { address };
    return {
      problem: `its link would have ${address.length} characters, more than the limit of ${LONGEST_ADDRESS}`,
    };
  } catch (error) {
    if (error instanceof LinkHole) return { problem: `it gets no link: ${error.message}` };
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
