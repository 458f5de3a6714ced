import { Command, InvalidArgumentError, Option } from 'commander';
import { BadInput, oneOf } from '../bad-input';
import { instanceRules, LABEL_KEYS } from '../datadog/tagging/instances';
import { DATADOG_TAGS } from '../datadog/tags';
import { matches, TaggingRules } from '../datadog/tagging/tag-dashboard';
import { JsonObject } from '../json/value';
import { LINKED_TYPES } from '../datadog/widget';
import { checkLabelKey } from '../rookout/label';
import { checkSessionLink, DEFAULT_SESSION_LINK } from '../rookout/session-link';
import { titleOf } from './files/dashboard';
import { UsageError } from './files/errors';

/** The options that say which widgets are tagged, and by what. */
export interface TaggingOptions {
  readonly labelKeys: readonly string[];
  readonly datadogTag?: Readonly<Record<string, string>>;
  readonly sessionLink: string;
  readonly widgetTypes: readonly string[];
  readonly excludeTitle?: readonly string[];
  readonly excludeDashboard?: readonly string[];
}

/** What holds unless options say otherwise. */
export const DEFAULT_TAGGING = {
  labelKeys: LABEL_KEYS,
  sessionLink: DEFAULT_SESSION_LINK,
  widgetTypes: ['timeseries'],
} satisfies TaggingOptions;

/** Adds the options to a command. */
export function addTaggingOptions(command: Command): Command {
  const defaults = DEFAULT_TAGGING;
  const keys = new Option('--label-keys <keys>', 'label keys that make filters, in order, joined by commas');
  const types = new Option(
    '--widget-types <types>',
    "kinds of widgets, by Datadog's names, joined by commas",
  );
  return command
    .addOption(keys.argParser(labelKeys).default(defaults.labelKeys, defaults.labelKeys.join(',')))
    .option('--datadog-tag <label=tag>', 'the Datadog tag of a label key; may be repeated', datadogTag)
    .option('--session-link <url>', 'address that opens Rookout', sessionLink, defaults.sessionLink)
    .addOption(types.argParser(widgetTypes).default(defaults.widgetTypes, defaults.widgetTypes.join(',')))
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

/** @throws UsageError where a tag is given for a label key that makes no filter, or two keys have the same tag */
export function taggingRules(options: TaggingOptions): TaggingRules {
  const { labelKeys: keys, datadogTag: ownTags = {}, excludeTitle: excludeTitles = [] } = options;
  for (const key of Object.keys(ownTags)) {
    if (keys.includes(key)) continue;
    throw new UsageError(
      `option '--datadog-tag': "${key}" is none of the label keys, so its tag would not be used. ` +
        `Add it: --label-keys ${[...keys, key].join(',')}`,
    );
  }
  const instances = instanceRules(keys, { ...DATADOG_TAGS, ...ownTags });
  const lost = keys.find((key) => ![...instances.values()].includes(key));
  if (lost !== undefined) {
    throw new UsageError(
      `the label key "${lost}" has the same Datadog tag as another, and a tag makes one filter. ` +
        'Leave one of the two out of --label-keys',
    );
  }
  return {
    instances,
    sessionLink: options.sessionLink,
    widgetTypes: options.widgetTypes,
    excludeTitles,
    encodeToken: encodeURIComponent,
  };
}

/** Whether a pattern excludes the dashboard. */
export function excludesDashboard(options: TaggingOptions, dashboard: JsonObject): boolean {
  return (options.excludeDashboard ?? []).some((pattern) => matches(titleOf(dashboard) ?? '', pattern));
}

function labelKeys(text: string): string[] {
  const keys = list(text);
  for (const key of keys) checked(() => checkLabelKey('label key', key));
  return keys;
}

function widgetTypes(text: string): string[] {
  const types = list(text);
  for (const type of types) checked(() => oneOf('widget type', type, LINKED_TYPES));
  return types;
}

function sessionLink(text: string): string {
  checked(() => checkSessionLink(text));
  return text;
}

function datadogTag(text: string, previous: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, tag] = /^([^=]+)=([^=\s]+)$/.exec(text.trim()) ?? [];
  if (key === undefined) {
    throw new InvalidArgumentError('Write it as label=tag, as in "k8s_deployment=kube_deployment".');
  }
  checked(() => checkLabelKey('label key', key));
  return { ...previous, [key]: tag };
}

function repeated(text: string, previous: readonly string[] = []): string[] {
  return [...previous, text];
}

function list(text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) throw new InvalidArgumentError('A name is empty. Join names by single commas.');
  return [...new Set(items)];
}

/** Commander puts the option and its value before the rule. */
function checked(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof BadInput) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/** An empty one is most often that of a variable that is not set. */
export function place(path: string): string {
  if (path === '') throw new InvalidArgumentError('The path is empty.');
  return path;
}
