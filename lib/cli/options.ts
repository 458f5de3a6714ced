import { Command, InvalidArgumentError, Option } from 'commander';
import { BadInput } from '../bad-input';
import { checkTag } from '../datadog/convention-settings';
import { DatadogTags } from '../datadog/tags';
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
} from '../datadog/tagging/settings';
import { JsonObject } from '../json/value';
import { innerLinkSetting, linkTemplate } from '../datadog/live-debugger';
import { checkSite } from '../datadog/site';
import { checkLinkTemplate } from '../rookout/link-template';
import { CONFIGURATION_FILE } from './config/configuration';
import { CommandSettings } from './config/tagging';
import { titleOf } from './files/dashboard';
import { UsageError } from './files/errors';

/** The options of tagging. Missing options have the values of the configuration, else the defaults. */
export interface TaggingOptions extends Omit<TaggingSettings, 'datadogTags' | 'excludeTitles'> {
  /** The configuration file. */
  readonly config?: string;
  readonly datadogTag?: DatadogTags;
  readonly excludeTitle?: readonly string[];
  readonly excludeDashboard?: readonly string[];
}

/** Adds the options to a command. */
export function addTaggingOptions(command: Command): Command {
  const { labelKeys, liveDebugger, site, linkLabel, titleValues, widgetTypes } = DEFAULT_TAGGING;
  const or = (value: string): string => `(default: ${value})`;
  return command
    .option(
      '--config <file>',
      `rules, excuses and the values of the options below; options win ${or(`${CONFIGURATION_FILE}, if there is one`)}`,
      place,
    )
    .option(
      '--label-keys <keys>',
      `label keys that make filters, in order, joined by commas ${or(labelKeys.join(','))}`,
      listOf(checkKey),
    )
    .option(
      '--datadog-tag <label=tag>',
      'the Datadog tag of a label key, or several joined by commas; may be repeated',
      datadogTag,
    )
    .option(
      '--live-debugger <name>',
      `what links open: rookout, datadog, dynatrace:TENANT, or a URL of your own ${or(liveDebugger)}`,
      debuggerName,
    )
    .option('--session-link <url>', 'the same as a URL, with {labels} or {search} in it', address)
    .option('--fixed-session-link', 'allow a URL that is the same for all graphs')
    .option('--site <site>', `the Datadog site, for links to Datadog ${or(site)}`, siteName)
    .option('--link-label <text>', `label of the context link ${or(`"${linkLabel}"`)}`, words)
    .option('--title-untitled', 'give graphs without a title their label filters as title')
    .option(
      '--title-values <number>',
      `largest number of values of one key in a title ${or(String(titleValues))}`,
      count,
    )
    .addOption(
      new Option(
        '--hosts <when>',
        'when Datadog\'s tag host is the label $hostname: "plain" is not beside containers or clouds (default: plain)',
      ).choices(['plain', 'always', 'never']),
    )
    .option('--single-values', 'leave label keys with several values out')
    .option('--exact', 'no label and no link that would select more than the graph shows')
    .option(
      '--widget-types <types>',
      `kinds of widgets, by Datadog's names, joined by commas ${or(widgetTypes.join(','))}`,
      listOf(checkWidgetType),
    )
    .option(
      '--exclude-title <pattern>',
      'do not tag graphs with this title; "*" matches any text; may be repeated',
      repeated,
    )
    .option(
      '--exclude-dashboard <pattern>',
      'do not tag dashboards with this title; may be repeated',
      repeated,
    );
}

/** The settings of tagging. Options win over the configuration. */
export function settingsOf(options: TaggingOptions, configured: CommandSettings): CommandSettings {
  return {
    labelKeys: options.labelKeys ?? configured.labelKeys ?? DEFAULT_TAGGING.labelKeys,
    datadogTags: options.datadogTag ?? configured.datadogTags,
    ...innerLinkSetting(options, configured),
    fixedSessionLink: options.fixedSessionLink ?? configured.fixedSessionLink,
    site: options.site ?? configured.site,
    linkLabel: options.linkLabel ?? configured.linkLabel,
    links: configured.links,
    titleUntitled: options.titleUntitled ?? configured.titleUntitled,
    titleValues: options.titleValues ?? configured.titleValues,
    hosts: options.hosts ?? configured.hosts,
    singleValues: options.singleValues ?? configured.singleValues,
    exact: options.exact ?? configured.exact,
    widgetTypes: options.widgetTypes ?? configured.widgetTypes,
    excludeTitles: options.excludeTitle ?? configured.excludeTitles,
    excludeDashboards: options.excludeDashboard ?? configured.excludeDashboards,
  };
}

/** @throws UsageError if settings contradict each other, such as two label keys with one tag */
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

/** Reads names that are joined by commas. Duplicates are ignored. */
function listOf(check: (name: string) => void): (text: string) => string[] {
  return (text) => {
    const names = text.split(',').map((name) => name.trim());
    if (names.includes('')) throw new InvalidArgumentError('A name is empty. Join names by single commas.');
    orThrow(InvalidArgumentError, () => names.forEach(check));
    return [...new Set(names)];
  };
}

/** The placeholder is not checked here: whether it may be missing depends on another option. */
function address(text: string): string {
  orThrow(InvalidArgumentError, () => checkLinkTemplate('sessionLink', text, true));
  return text;
}

function debuggerName(text: string): string {
  orThrow(InvalidArgumentError, () => linkTemplate({ liveDebugger: text, fixedSessionLink: true }));
  return text;
}

function siteName(text: string): string {
  orThrow(InvalidArgumentError, () => checkSite(text));
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

function datadogTag(text: string, previous: DatadogTags = {}): DatadogTags {
  const [, key, tag] = /^([^=]+)=([^=\s]+)$/.exec(text.trim()) ?? [];
  if (key === undefined) {
    throw new InvalidArgumentError('Write it as label=tag, as in "k8s_deployment=kube_deployment".');
  }
  orThrow(InvalidArgumentError, () => checkKey(key));
  const tags = tag.split(',');
  orThrow(InvalidArgumentError, () => checkTag('a tag', tags.includes('') ? '' : tags));
  return { ...previous, [key]: tags.length === 1 ? tag : tags };
}

function repeated(text: string, previous: readonly string[] = []): string[] {
  return [...previous, text];
}

/**
 * Runs a step, and turns its BadInput into an error of the command line. For an argument, Commander adds the
 * name of the option.
 */
function orThrow<T>(CommandError: new (message: string) => Error, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadInput) throw new CommandError(error.message);
    throw error;
  }
}

/** Refuses an empty path, which mostly comes from a variable that is not set. */
export function place(path: string): string {
  if (path === '') throw new InvalidArgumentError('The path is empty.');
  return path;
}
