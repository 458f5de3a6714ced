import { BadInput, oneOf } from '../../bad-input';
import { checkLabelKey } from '../../rookout/label';
import { LabelTokens, NO_TOKENS } from '../../rookout/label-tokens';
import { checkSessionLink, DEFAULT_SESSION_LINK, SET_METRIC_POINTS } from '../../rookout/session-link';
import { DATADOG_TAGS } from '../tags';
import { LINKED_TYPES } from '../widget';
import { InstanceRules, instanceRules, LABEL_KEYS } from './instances';

/** What users set about tagging; what is left out has its default. */
export interface TaggingSettings {
  /** The label keys that make filters, in order. */
  readonly labelKeys?: readonly string[];
  /** The Datadog tag for each label key. It adds to the known ones, or replaces them. */
  readonly datadogTags?: Readonly<Record<string, string>>;
  /** The address that opens Rookout. */
  readonly sessionLink?: string;
  /** Whether that address may be the same for every graph. */
  readonly fixedSessionLink?: boolean;
  /** What the entry of the context menu is called. */
  readonly linkLabel?: string;
  /** Whether a graph without a title gets one, in the place of the one that Datadog makes for it. */
  readonly titleUntitled?: boolean;
  /** The most values of one key that a title names. */
  readonly titleValues?: number;
  /** The kinds of widgets that are tagged, by Datadog's `type`. */
  readonly widgetTypes?: readonly string[];
  /** Titles of widgets that are left alone; `*` stands for any text. */
  readonly excludeTitles?: readonly string[];
}

/** How widgets are tagged. */
export interface TaggingRules {
  /** Which tags of a query select instances. */
  readonly instances: InstanceRules;
  /** The link template. */
  readonly sessionLink: string;
  readonly linkLabel: string;
  readonly titleUntitled: boolean;
  readonly titleValues: number;
  readonly widgetTypes: readonly string[];
  readonly excludeTitles: readonly string[];
  /** What stands for CDKTF tokens in titles and links. */
  readonly tokens: LabelTokens;
  /** Whether `${…}` is a value that Terraform knows later, as in files that `templatefile` reads, and no text. */
  readonly expressions: boolean;
}

/** What holds unless settings say otherwise. */
export const DEFAULT_TAGGING = {
  labelKeys: LABEL_KEYS,
  sessionLink: DEFAULT_SESSION_LINK,
  fixedSessionLink: false,
  linkLabel: SET_METRIC_POINTS,
  titleUntitled: false,
  titleValues: 5,
  widgetTypes: ['timeseries'],
  excludeTitles: [],
} satisfies TaggingSettings;

/**
 * The rules that the settings make.
 *
 * @param tokens the texts of CDKTF tokens in titles and links
 * @throws BadInput where a setting is invalid
 */
export function taggingRules(settings: TaggingSettings, tokens: LabelTokens = NO_TOKENS): TaggingRules {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const all: Required<TaggingSettings> = {
    ...DEFAULT_TAGGING,
    datadogTags: {},
    ...given,
  };
  const { labelKeys, sessionLink, linkLabel, titleUntitled, titleValues, widgetTypes, excludeTitles } = all;
  labelKeys.forEach(checkKey);
  widgetTypes.forEach(checkWidgetType);
  checkSessionLink(sessionLink, all.fixedSessionLink);
  checkLinkLabel(linkLabel);
  checkTitleValues(titleValues);
  const tags = { ...DATADOG_TAGS, ...all.datadogTags };
  if (settings.labelKeys) checkTags(labelKeys, tags);
  return {
    instances: instanceRules(labelKeys, tags),
    sessionLink,
    linkLabel,
    titleUntitled,
    titleValues,
    widgetTypes,
    excludeTitles,
    tokens,
    expressions: tokens === NO_TOKENS,
  };
}

/** @throws BadInput where the text can't be a label's key */
export function checkKey(key: string): void {
  checkLabelKey('labelKeys', key);
}

/** @throws BadInput where widgets of that kind have no context links */
export function checkWidgetType(type: string): void {
  oneOf('widgetTypes', type, LINKED_TYPES);
}

/** @throws BadInput where the text can't name an entry of a menu */
export function checkLinkLabel(label: string): void {
  if (typeof label === 'string' && label.trim() !== '') return;
  throw new BadInput(
    'linkLabel',
    label,
    'is empty, blank or no text',
    `Use words such as "${SET_METRIC_POINTS}"`,
  );
}

/** @throws BadInput where the number is no count */
export function checkTitleValues(count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new BadInput('titleValues', count, 'is no whole number from 0 on', 'Use a number such as 5');
}

/** @throws BadInput where two label keys have one tag: the second would never make a filter */
function checkTags(labelKeys: readonly string[], datadogTags: Readonly<Record<string, string>>): void {
  const used = instanceRules(labelKeys, datadogTags);
  const tagOf = new Map(Object.entries(datadogTags));
  for (const key of labelKeys) {
    const tag = tagOf.get(key) ?? key;
    const first = used.get(tag)!;
    if (first === key) continue;
    throw new BadInput(
      'labelKeys',
      key,
      `has the Datadog tag "${tag}", which "${first}" has already, and a tag makes one filter`,
      'Leave one of the two out',
    );
  }
}
