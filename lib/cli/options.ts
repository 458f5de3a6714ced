import { Command, InvalidArgumentError } from 'commander';
import { BadInput } from '../bad-input';
import { matches } from '../datadog/tagging/matches';
import {
  checkKey,
  checkLinkLabel,
  checkTitleValues,
  checkWidgetType,
  DEFAULT_TAGGING,
  TaggingRules,
  taggingRules,
  TaggingSettings,
} from '../datadog/tagging/rules';
import { JsonObject } from '../json/value';
import { checkSessionLink } from '../rookout/session-link';
import { CONFIGURATION_FILE } from './config/configuration';
import { CommandSettings, unusedTag } from './config/tagging';
import { titleOf } from './files/dashboard';
import { UsageError } from './files/errors';

/** The options that say which widgets are tagged, and by what. What is left out is as configured, or by default. */
export interface TaggingOptions extends Omit<TaggingSettings, 'datadogTags' | 'excludeTitles'> {
  /** The configuration file. */
  readonly config?: string;
  readonly datadogTag?: Readonly<Record<string, string>>;
  readonly excludeTitle?: readonly string[];
  readonly excludeDashboard?: readonly string[];
}

/** Adds the options to a command. */
export function addTaggingOptions(command: Command): Command {
  const { labelKeys, sessionLink, linkLabel, titleValues, widgetTypes } = DEFAULT_TAGGING;
  const or = (value: string): string => `(default: ${value})`;
  return command
    .option(
      '--config <file>',
      `rules, excuses and what the options below set; options win ${or(`${CONFIGURATION_FILE}, if there is one`)}`,
      place,
    )
    .option(
      '--label-keys <keys>',
      `label keys that make filters, in order, joined by commas ${or(labelKeys.join(','))}`,
      listOf(checkKey),
    )
    .option('--datadog-tag <label=tag>', 'the Datadog tag of a label key; may be repeated', datadogTag)
    .option('--session-link <url>', `address that opens Rookout ${or(`"${sessionLink}"`)}`, address)
    .option('--fixed-session-link', 'let that address be the same for all graphs')
    .option(
      '--link-label <text>',
      `what the entry of the context menu is called ${or(`"${linkLabel}"`)}`,
      words,
    )
    .option('--title-untitled', 'give graphs without title one that is made of their label filters')
    .option(
      '--title-values <number>',
      `the most values of one key that a title names ${or(String(titleValues))}`,
      count,
    )
    .option(
      '--widget-types <types>',
      `kinds of widgets, by Datadog's names, joined by commas ${or(widgetTypes.join(','))}`,
      listOf(checkWidgetType),
    )
    .option(
      '--exclude-title <pattern>',
      'leave graphs with such a title alone; "*" stands for any text; may be repeated',
      repeated,
    )
    .option(
      '--exclude-dashboard <pattern>',
      'leave dashboards with such a title alone; may be repeated',
      repeated,
    );
}

/**
 * What is set about tagging. An option wins over what is configured.
 *
 * @throws UsageError where an option names the tag of a label key that makes no filter
 */
export function settingsOf(options: TaggingOptions, configured: CommandSettings): CommandSettings {
  const settings = {
    labelKeys: options.labelKeys ?? configured.labelKeys ?? DEFAULT_TAGGING.labelKeys,
    datadogTags: options.datadogTag ?? configured.datadogTags,
    sessionLink: options.sessionLink ?? configured.sessionLink,
    fixedSessionLink: options.fixedSessionLink ?? configured.fixedSessionLink,
    linkLabel: options.linkLabel ?? configured.linkLabel,
    titleUntitled: options.titleUntitled ?? configured.titleUntitled,
    titleValues: options.titleValues ?? configured.titleValues,
    widgetTypes: options.widgetTypes ?? configured.widgetTypes,
    excludeTitles: options.excludeTitle ?? configured.excludeTitles,
    excludeDashboards: options.excludeDashboard ?? configured.excludeDashboards,
  };
  const key = options.datadogTag && unusedTag(settings);
  if (key === undefined) return settings;
  throw new UsageError(
    `option '--datadog-tag': "${key}" is none of the label keys, so its tag would not be used. ` +
      `Add it: --label-keys ${[...settings.labelKeys, key].join(',')}`,
  );
}

/** @throws UsageError where settings contradict each other, such as two label keys with one tag */
export function rulesOf(settings: CommandSettings): TaggingRules {
  return orThrow(UsageError, () => taggingRules(settings));
}

/** Whether a pattern excludes the dashboard. */
export function excludesDashboard(
  { excludeDashboards = [] }: CommandSettings,
  dashboard: JsonObject,
): boolean {
  return excludeDashboards.some((pattern) => matches(titleOf(dashboard) ?? '', pattern));
}

/** Reads names that are joined by commas; one that is given twice counts once. */
function listOf(check: (name: string) => void): (text: string) => string[] {
  return (text) => {
    const names = text.split(',').map((name) => name.trim());
    if (names.includes('')) throw new InvalidArgumentError('A name is empty. Join names by single commas.');
    orThrow(InvalidArgumentError, () => names.forEach(check));
    return [...new Set(names)];
  };
}

/** Whether it may be without placeholder depends on another option. */
function address(text: string): string {
  orThrow(InvalidArgumentError, () => checkSessionLink(text, true));
  return text;
}

function words(text: string): string {
  orThrow(InvalidArgumentError, () => checkLinkLabel(text));
  return text;
}

function count(text: string): number {
  orThrow(InvalidArgumentError, () => checkTitleValues(text.trim() === '' ? NaN : Number(text)));
  return Number(text);
}

function datadogTag(text: string, previous: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, tag] = /^([^=]+)=([^=\s]+)$/.exec(text.trim()) ?? [];
  if (key === undefined) {
    throw new InvalidArgumentError('Write it as label=tag, as in "k8s_deployment=kube_deployment".');
  }
  orThrow(InvalidArgumentError, () => checkKey(key));
  return { ...previous, [key]: tag };
}

function repeated(text: string, previous: readonly string[] = []): string[] {
  return [...previous, text];
}

/** What breaks a rule of tagging as an error of the command line: Commander names the option for an argument. */
function orThrow<T>(CommandError: new (message: string) => Error, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadInput) throw new CommandError(error.message);
    throw error;
  }
}

/** An empty one is most often that of a variable that is not set. */
export function place(path: string): string {
  if (path === '') throw new InvalidArgumentError('The path is empty.');
  return path;
}
