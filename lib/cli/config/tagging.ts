import { Hosts } from '../../datadog/tagging/hosts';
import {
  checkKey,
  checkLinkLabel,
  checkTitleValues,
  checkWidgetType,
  DEFAULT_TAGGING,
  TaggingSettings,
  taggingRules,
} from '../../datadog/tagging/settings';
import { linkTemplate } from '../../datadog/live-debugger';
import { RookoutLink } from '../../datadog/other-links';
import { checkSite } from '../../datadog/site';
import { checkLinkTemplate } from '../../rookout/link-template';
import { ConfiguredValue, Readers } from './value';

/** The settings of tagging: those of the library, and the dashboards that are not tagged. */
export interface CommandSettings extends TaggingSettings {
  /** Titles of dashboards that are not tagged. `*` matches any text. */
  readonly excludeDashboards?: readonly string[];
}

/** The reader of each key of `tagging`. */
export const TAGGING: Readers<CommandSettings> = {
  labelKeys: (value) => value.list((key) => key.checked(key.text(), checkKey)),
  datadogTags: (value) => value.record((tag) => tag.textOrList()),
  liveDebugger: (value) =>
    value.checked(value.text(), (liveDebugger) => {
      linkTemplate({ liveDebugger, fixedSessionLink: true });
    }),
  sessionLink: (value) => value.checked(value.text(), (link) => checkLinkTemplate('sessionLink', link, true)),
  fixedSessionLink: (value) => value.flag(),
  site: (value) => value.checked(value.text(), checkSite),
  linkLabel: (value) => value.checked(value.text(), checkLinkLabel),
  links: (value) => value.list(readLink),
  titleUntitled: (value) => value.flag(),
  titleValues: (value) => value.checked(value.number(), checkTitleValues),
  hosts: (value) => value.oneOf<Hosts>(['plain', 'always', 'never']),
  singleValues: (value) => value.flag(),
  exact: (value) => value.flag(),
  widgetTypes: (value) => value.list((type) => type.checked(type.text(), checkWidgetType)),
  excludeTitles: (value) => value.list((pattern) => pattern.text()),
  excludeDashboards: (value) => value.list((pattern) => pattern.text()),
};

/** The reader of each key of a further link. */
export const LINK: Readers<RookoutLink> = {
  label: (value) => value.text(),
  liveDebugger: (value) => value.text(),
  template: (value) => value.text(),
};

function readLink(value: ConfiguredValue): RookoutLink {
  return value.object(LINK) as RookoutLink;
}

/** Reads `tagging`. Its settings must agree with each other, and label keys that are left out with the tags. */
export function readTagging(value: ConfiguredValue): CommandSettings {
  return value.checked(value.object(TAGGING), (settings) => {
    taggingRules({ labelKeys: DEFAULT_TAGGING.labelKeys, ...settings });
  });
}
