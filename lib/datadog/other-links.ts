import { BadInput, oneOf, placing } from '../bad-input';
import { isObject } from '../json/value';
import { checkLinkTemplate } from '../rookout/link-template';
import { SET_METRIC_POINTS } from '../rookout/session-link';
import { knownList } from '../terraform/known-list';
import { LinkSettings, linkTemplate } from './live-debugger';

/** A further context link of graphs, such as **Captured snapshots**: either of a live debugger, or to a URL. */
export interface RookoutLink {
  /** The label of the link. A link of a graph with this label is taken for this one. */
  readonly label: string;
  /**
   * What it opens, by a word of `LiveDebugger`.
   * @default - `template`
   */
  readonly liveDebugger?: string;
  /**
   * The URL that it opens, with `{labels}`, `{search}` or the like in it.
   * @default - `liveDebugger`
   */
  readonly template?: string;
}

/** A context link of graphs: its label, and the template of its URL. */
export interface LinkRule {
  readonly label: string;
  readonly template: string;
}

const KEYS: readonly (keyof RookoutLink)[] = ['label', 'liveDebugger', 'template'];

/** The settings that decide what further links open. */
type Around = Pick<LinkSettings, 'fixedSessionLink' | 'site'>;

/**
 * The further links of these settings.
 *
 * @param linkLabel the label of the first link
 * @throws BadInput if a link is invalid, or two have one label
 */
export function otherLinks(
  links: readonly RookoutLink[] | undefined,
  linkLabel: string,
  around: Around,
): readonly LinkRule[] {
  const labels = new Set([linkLabel, SET_METRIC_POINTS]);
  return knownList('links', links).map((link, index) => {
    const what = `links[${index}]`;
    const rule = linkRule(what, link, around);
    if (labels.has(rule.label)) {
      throw new BadInput(
        `${what}.label`,
        rule.label,
        'is the label of another link',
        'Give each its own label',
      );
    }
    labels.add(rule.label);
    return rule;
  });
}

/** @throws BadInput if it is no link */
function linkRule(what: string, link: RookoutLink, { fixedSessionLink, site }: Around): LinkRule {
  if (!isObject(link)) {
    throw new BadInput(
      what,
      link,
      'is not an object',
      'Write it as { "label": "…", "template": "https://…" }',
    );
  }
  for (const key of Object.keys(link)) oneOf(what, key, KEYS);
  const { label, liveDebugger, template } = link;
  if (typeof label !== 'string' || label.trim() === '') {
    throw new BadInput(
      `${what}.label`,
      label,
      'is empty, blank or not text',
      'Use words such as "Captured snapshots"',
    );
  }
  if ((liveDebugger === undefined) === (template === undefined)) {
    throw new BadInput(
      what,
      label,
      `has ${template === undefined ? 'neither liveDebugger nor template' : 'both liveDebugger and template'}`,
      'Give it one of the two',
    );
  }
  if (template !== undefined) {
    checkLinkTemplate(`${what}.template`, template, fixedSessionLink);
    return { label, template };
  }
  const ofDebugger = placing(
    (error) => error.under(what),
    () => linkTemplate({ liveDebugger, fixedSessionLink, site }),
  );
  return { label, template: ofDebugger };
}
