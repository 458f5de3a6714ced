import { BadInput, oneOf } from '../../bad-input';
import { BUILT_IN_KEYS, checkLabelKey } from '../../rookout/label';
import { LabelTokens, NO_TOKENS } from '../../rookout/label-tokens';
import { SET_METRIC_POINTS } from '../../rookout/session-link';
import { knownList, knownTexts } from '../../terraform/known-list';
import { LiveDebugger, linkTemplate } from '../live-debugger';
import { LinkRule, otherLinks, RookoutLink } from '../other-links';
import { checkSite } from '../site';
import { DATADOG_TAGS, DatadogTags, tagsOfKey } from '../tags';
import { LINKED_TYPES } from '../widget';
import { checkHosts, Hosts } from './hosts';
import { InstanceRules, instanceRules, LABEL_KEYS } from './instance-rules';

/** The settings of tagging, as users write them. */
export interface TaggingSettings {
  /** The label keys that make filters, in order. */
  readonly labelKeys?: readonly string[];
  /** The Datadog tag for each label key, in addition to the known ones or instead of them. */
  readonly datadogTags?: DatadogTags;
  /** What links open: a word of `LiveDebugger`, or a link template. */
  readonly liveDebugger?: string;
  /** The same as a link template. */
  readonly sessionLink?: string;
  /** Whether a template may be the same URL for every graph. */
  readonly fixedSessionLink?: boolean;
  /** The Datadog site, for links to Datadog's own pages. */
  readonly site?: string;
  /** The label of the context link. */
  readonly linkLabel?: string;
  /** Further context links. */
  readonly links?: readonly RookoutLink[];
  /** Whether a graph without a title gets one, instead of the title that Datadog makes for it. */
  readonly titleUntitled?: boolean;
  /** The largest number of values of one key in a title. */
  readonly titleValues?: number;
  /** When Datadog's tag `host` is the label `$hostname`. */
  readonly hosts?: Hosts;
  /** Whether a label key with several values is left out. */
  readonly singleValues?: boolean;
  /** Whether a graph gets no label if the labels would select more than it shows. */
  readonly exact?: boolean;
  /** The types of widgets to tag, by Datadog's `type`. */
  readonly widgetTypes?: readonly string[];
  /** Titles of widgets that are not tagged. `*` matches any text. */
  readonly excludeTitles?: readonly string[];
}

/** How widgets are tagged. */
export interface TaggingRules {
  /** The tags of queries that select instances. */
  readonly instances: InstanceRules;
  /** The Datadog tags of each key that a label filter in a title may have. Other text in brackets is no filter. */
  readonly tagsOf: ReadonlyMap<string, readonly string[]>;
  /** The link template. */
  readonly sessionLink: string;
  readonly linkLabel: string;
  /** The further links, in order. */
  readonly otherLinks: readonly LinkRule[];
  readonly titleUntitled: boolean;
  readonly titleValues: number;
  readonly exact: boolean;
  readonly widgetTypes: readonly string[];
  readonly excludeTitles: readonly string[];
  /** What titles and links have in place of CDKTF tokens. */
  readonly tokens: LabelTokens;
  /**
   * Whether `${…}` is a value that Terraform knows later, as in files for `templatefile`, and not plain text.
   */
  readonly expressions: boolean;
  /** Whether the widgets are blocks of Terraform, of which some kinds can't have links. */
  readonly blocks: boolean;
}

/** The defaults. */
export const DEFAULT_TAGGING = {
  labelKeys: LABEL_KEYS,
  liveDebugger: LiveDebugger.ROOKOUT,
  fixedSessionLink: false,
  site: 'datadoghq.com',
  linkLabel: SET_METRIC_POINTS,
  links: [],
  titleUntitled: false,
  titleValues: 5,
  hosts: 'plain',
  singleValues: false,
  exact: false,
  widgetTypes: ['timeseries'],
  excludeTitles: [],
} satisfies TaggingSettings;

/**
 * The rules of these settings.
 *
 * @param tokens the texts of CDKTF tokens in titles and links
 * @param titleKeys more keys that a label filter in a title may have
 * @throws BadInput if a setting is invalid
 */
export function taggingRules(
  settings: TaggingSettings,
  tokens: LabelTokens = NO_TOKENS,
  titleKeys: readonly string[] = [],
): TaggingRules {
  const given = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined && value !== null),
  );
  const all: Required<Omit<TaggingSettings, 'sessionLink'>> = {
    ...DEFAULT_TAGGING,
    datadogTags: {},
    ...given,
  };
  const { labelKeys, linkLabel, titleUntitled, titleValues, exact, widgetTypes, excludeTitles } = all;
  knownList('labelKeys', labelKeys).forEach(checkKey);
  knownList('widgetTypes', widgetTypes).forEach(checkWidgetType);
  knownTexts('excludeTitles', excludeTitles);
  checkSite(all.site);
  const sessionLink = linkTemplate(given);
  checkLinkLabel(linkLabel);
  checkTitleValues(titleValues);
  checkHosts(all.hosts);
  const tags = { ...DATADOG_TAGS, ...all.datadogTags };
  if (settings.labelKeys) checkTags(labelKeys, tags);
  return {
    instances: instanceRules(labelKeys, tags, { hosts: all.hosts, singleValues: all.singleValues }),
    tagsOf: allTags([...labelKeys, ...BUILT_IN_KEYS, ...titleKeys], tags),
    sessionLink,
    linkLabel,
    otherLinks: otherLinks(all.links, linkLabel, all),
    titleUntitled,
    titleValues,
    exact,
    widgetTypes,
    excludeTitles,
    tokens,
    expressions: tokens === NO_TOKENS,
    blocks: false,
  };
}

/** The rules with more keys that a label filter in a title may have. */
export function withTitleKeys(rules: TaggingRules, keys: Iterable<string>): TaggingRules {
  const added = [...keys].filter((key) => !rules.tagsOf.has(key));
  if (added.length === 0) return rules;
  return { ...rules, tagsOf: new Map([...rules.tagsOf, ...added.map((key) => [key, [key]] as const)]) };
}

/** The tags of each key. A key without an entry is itself the tag. */
function allTags(keys: readonly string[], datadogTags: DatadogTags): ReadonlyMap<string, readonly string[]> {
  const known = new Map(Object.keys(datadogTags).map((key) => [key, tagsOfKey(datadogTags, key)]));
  for (const key of keys) if (!known.has(key)) known.set(key, [key]);
  return known;
}

/** @throws BadInput if the text can't be a label's key */
export function checkKey(key: string): void {
  checkLabelKey('labelKeys', key);
}

/** @throws BadInput if widgets of that kind have no context links */
export function checkWidgetType(type: string): void {
  oneOf('widgetTypes', type, LINKED_TYPES);
}

/** @throws BadInput if the text can't be the label of a context link */
export function checkLinkLabel(label: string): void {
  if (typeof label === 'string' && label.trim() !== '') return;
  throw new BadInput(
    'linkLabel',
    label,
    'is empty, blank or not text',
    `Use words such as "${SET_METRIC_POINTS}"`,
  );
}

/** @throws BadInput if the number is not a count */
export function checkTitleValues(count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new BadInput('titleValues', count, 'is not a whole number from 0 on', 'Use a number such as 5');
}

/** @throws BadInput if all tags of a label key are those of keys before it, since it would never make a filter */
function checkTags(labelKeys: readonly string[], datadogTags: DatadogTags): void {
  const { keyOf } = instanceRules(labelKeys, datadogTags);
  for (const key of labelKeys) {
    if ([...keyOf.values()].includes(key)) continue;
    const [tag] = tagsOfKey(datadogTags, key);
    throw new BadInput(
      'labelKeys',
      key,
      `has the Datadog tag "${tag}", as "${keyOf.get(tag)}" has, and a tag makes only one filter`,
      'Leave one of the two out',
    );
  }
}
