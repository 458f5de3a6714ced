import { BadInput } from '../../bad-input';
import {
  checkKey,
  checkLinkLabel,
  checkTitleValues,
  checkWidgetType,
  DEFAULT_TAGGING,
  TaggingSettings,
  taggingRules,
} from '../../datadog/tagging/settings';
import { checkSessionLink } from '../../rookout/session-link';
import { ConfiguredValue, Readers } from './value';

/** The settings of tagging: those of the library, and the dashboards that are not tagged. */
export interface CommandSettings extends TaggingSettings {
  /** Titles of dashboards that are not tagged. `*` matches any text. */
  readonly excludeDashboards?: readonly string[];
}

/** The reader of each key of `tagging`. */
export const TAGGING: Readers<CommandSettings> = {
  labelKeys: (value) => value.list((key) => key.checked(key.text(), checkKey)),
  datadogTags: (value) => value.texts(),
  sessionLink: (value) => value.checked(value.text(), (link) => checkSessionLink(link, true)),
  fixedSessionLink: (value) => value.flag(),
  linkLabel: (value) => value.checked(value.text(), checkLinkLabel),
  titleUntitled: (value) => value.flag(),
  titleValues: (value) => value.checked(value.number(), checkTitleValues),
  widgetTypes: (value) => value.list((type) => type.checked(type.text(), checkWidgetType)),
  excludeTitles: (value) => value.list((pattern) => pattern.text()),
  excludeDashboards: (value) => value.list((pattern) => pattern.text()),
};

/** Reads `tagging`. Its settings must agree with each other. */
export function readTagging(value: ConfiguredValue): CommandSettings {
  return value.checked(value.object(TAGGING), (settings) => {
    // Label keys that are left out must agree with the tags as well.
    const stated = { labelKeys: DEFAULT_TAGGING.labelKeys, ...settings };
    taggingRules(stated);
    const key = unusedTag(stated);
    if (key === undefined) return;
    throw new BadInput(
      'datadogTags',
      key,
      'is not one of the label keys, so its tag would not be used',
      'Add it to labelKeys',
    );
  });
}

/** The first label key that has a tag but makes no filter. Undefined if there is none. */
export function unusedTag({
  datadogTags = {},
  labelKeys,
}: TaggingSettings & { readonly labelKeys: readonly string[] }): string | undefined {
  return Object.keys(datadogTags).find((key) => !labelKeys.includes(key));
}
