import { BadInput } from '../bad-input';
import { isObject } from '../json/value';
import { checkLabelKey, checkLabelValue, parseLabel } from '../rookout/label';
import { checkLocale, LOCALES } from '../rookout/locales';
import { checkLinkTemplate } from '../rookout/link-template';
import { SET_METRIC_POINTS } from '../rookout/session-link';
import { maskTokens } from '../terraform/tokens';
import { LiveDebugger, linkTemplate } from './live-debugger';
import { otherLinks, RookoutLink } from './other-links';
import { checkSite } from './site';
import { checkLinkLabel } from './tagging/settings';
import { checkHosts, Hosts } from './tagging/hosts';
import { DatadogTags } from './tags';

/** The conventions of a tree, as users write them. */
export interface ConventionSettings {
  readonly services?: readonly string[];
  readonly site?: string;
  readonly labelKey?: string;
  readonly labels?: readonly string[];
  readonly locale?: string;
  readonly liveDebugger?: string;
  readonly sessionLink?: string;
  readonly fixedSessionLink?: boolean;
  readonly linkLabel?: string;
  readonly links?: readonly RookoutLink[];
  readonly datadogTags?: DatadogTags;
  readonly hosts?: Hosts;
}

type Key = keyof ConventionSettings;

/** A setting that users may make. */
export interface Convention {
  /** What it sets. The documentation has the same words. */
  readonly meaning: string;
  /** The default. */
  readonly default: unknown;
  /**
   * @param all all settings, including this one
   * @throws BadInput if the value is invalid
   */
  check(value: any, all: ConventionSettings): void;
}

/** All settings, in the order of the documentation. */
export const CONVENTIONS: { readonly [key in Key]: Convention } = {
  services: {
    meaning: 'the services of `main.ts`',
    default: [],
    check: (value) => checkEach('services', value, checkService),
  },
  site: {
    meaning: 'the Datadog site, such as `datadoghq.eu`: for URLs, and for the provider in `main.ts`',
    default: 'datadoghq.com',
    check: checkSite,
  },
  labelKey: {
    meaning: 'key of the label that names a service',
    default: 'k8s_deployment',
    check: (value) => checkLabelKey('labelKey', value),
  },
  labels: {
    meaning: 'more labels for every title and link',
    default: [],
    check: (value) => checkEach('labels', value, checkLabel),
  },
  locale: {
    meaning: `language of texts: ${LOCALES.map((locale) => `\`${locale}\``).join(', ')}`,
    default: 'en',
    check: checkLocale,
  },
  liveDebugger: {
    meaning: 'what links open: `rookout`, `datadog`, `dynatrace:TENANT`, or a URL of your own',
    default: LiveDebugger.ROOKOUT,
    check: (liveDebugger, { fixedSessionLink, site }) => {
      linkTemplate({ liveDebugger, fixedSessionLink, site });
    },
  },
  sessionLink: {
    meaning: 'the same as a URL; `{labels}` becomes the percent-encoded filters, joined by commas',
    default: undefined,
    check: (value, { fixedSessionLink }) => checkLinkTemplate('sessionLink', value, fixedSessionLink),
  },
  fixedSessionLink: {
    meaning: 'whether a URL of your own may be the same for all graphs, without a placeholder',
    default: false,
    check: (value) => checkBoolean('fixedSessionLink', value),
  },
  linkLabel: {
    meaning: 'the label of the context link',
    default: SET_METRIC_POINTS,
    check: checkLinkLabel,
  },
  links: {
    meaning:
      'further context links of graphs: each has a `label`, and a `liveDebugger` or the `template` of a URL',
    default: [],
    check: (links, { linkLabel = SET_METRIC_POINTS, fixedSessionLink, site }) => {
      otherLinks(links, linkLabel, { fixedSessionLink, site });
    },
  },
  datadogTags: {
    meaning: 'Datadog tag of each label key, or a list of tags, in addition to the known ones',
    default: {},
    check: checkTags,
  },
  hosts: {
    meaning:
      "when Datadog's tag `host` is the label `$hostname`: `plain` (not beside containers or clouds), `always` or `never`",
    default: 'plain',
    check: checkHosts,
  },
};

export const CONVENTION_KEYS = Object.keys(CONVENTIONS) as Key[];

function checkBoolean(what: string, value: unknown): void {
  if (typeof value !== 'boolean')
    throw new BadInput(what, value, 'is neither true nor false', 'Use one of them');
}

function checkEach(what: string, list: unknown, checkItem: (what: string, item: any) => void): void {
  if (!Array.isArray(list)) throw new BadInput(what, list, 'is not a list', 'Write it as ["…", "…"]');
  list.forEach((item, index) => checkItem(`${what}[${index}]`, item));
}

/** @throws BadInput if the name is not the value of a label, or selects more than one service */
export function checkService(what: string, name: string): void {
  checkLabelValue(what, name);
  checkWildcard(what, name, 'Pass the name of one service');
}

function checkLabel(what: string, label: string): void {
  checkWildcard(what, parseLabel(what, label).value, 'Pass one value, or leave the label out');
}

function checkWildcard(what: string, value: string, fix: string): void {
  if (maskTokens(value).includes('*')) throw new BadInput(what, value, 'has a wildcard in it', fix);
}

function checkTags(tags: unknown): void {
  if (!isObject(tags)) {
    throw new BadInput('datadogTags', tags, 'is not an object', 'Write it as { "label_key": "datadog_tag" }');
  }
  for (const [key, tag] of Object.entries(tags)) checkTag(`datadogTags.${key}`, tag);
}

/** @throws BadInput if the value is neither a tag nor a list of tags */
export function checkTag(what: string, value: unknown): void {
  const tags = [value].flat();
  if (tags.length > 0 && tags.every((tag) => typeof tag === 'string' && tag.trim() !== '')) return;
  throw new BadInput(
    what,
    value,
    'is neither a tag nor a list of tags',
    'Name the tag, as in "kube_deployment", or several, as in ["pod_name", "host"]',
  );
}
