import { BadInput, placing } from '../bad-input';
import { isObject } from '../json/value';
import { Instances } from '../rookout/instances';
import { parseLabel, RookoutLabel } from '../rookout/label';
import { LabelTokens } from '../rookout/label-tokens';
import { Locale, textsIn } from '../rookout/locales';
import { Texts } from '../rookout/texts';
import { knownList } from '../terraform/known-list';
import { checkService, CONVENTION_KEYS, CONVENTIONS, ConventionSettings } from './convention-settings';
import { innerLinkSetting, linkTemplate } from './live-debugger';
import { apiAddress, webAddress } from './site';
import { DATADOG_TAGS, DatadogTags } from './tags';
import { TaggingRules, taggingRules, TaggingSettings } from './tagging/settings';

type Open = 'site' | 'liveDebugger' | 'sessionLink';
type Settings = ConventionSettings & Required<Omit<ConventionSettings, Open>>;

/** The defaults without the site. If no site is set, the provider takes it from the environment. */
const DEFAULTS = {
  ...Object.fromEntries(CONVENTION_KEYS.map((key) => [key, CONVENTIONS[key].default])),
  site: undefined,
} as unknown as Settings;

/** The conventions at a construct: the checked settings, and what is made from them. */
export class Conventions {
  /**
   * The default conventions.
   *
   * @param tokens the texts of CDKTF tokens in titles and links
   */
  public static default(tokens: LabelTokens): Conventions {
    return new Conventions(DEFAULTS, tokens);
  }

  public readonly services: readonly string[];
  public readonly site: string;
  public readonly apiUrl: string | undefined;
  public readonly labelKey: string;
  public readonly labels: readonly RookoutLabel[];
  public readonly locale: Locale;
  public readonly sessionLink: string;
  public readonly linkLabel: string;
  /** The Datadog tag of each label key: the known tags and those that were set. */
  public readonly datadogTags: DatadogTags;
  private rules: TaggingRules | undefined;
  private readonly instances = new Map<string | undefined, Instances>();

  private constructor(
    private readonly settings: Settings,
    private readonly tokens: LabelTokens,
  ) {
    this.services = settings.services;
    this.site = settings.site ?? (CONVENTIONS.site.default as string);
    this.apiUrl = settings.site === undefined ? undefined : apiAddress(settings.site);
    this.labelKey = settings.labelKey;
    this.labels = settings.labels.map((label) => RookoutLabel.parse(label));
    this.locale = settings.locale as Locale;
    this.sessionLink = linkTemplate(settings);
    this.linkLabel = settings.linkLabel;
    this.datadogTags = { ...DATADOG_TAGS, ...settings.datadogTags };
  }

  /**
   * These conventions with the given settings; the same object if there are none.
   *
   * @throws BadInput if a value is invalid
   */
  public with(given: ConventionSettings): Conventions {
    const keys = CONVENTION_KEYS.filter((key) => given[key] !== undefined);
    if (keys.length === 0) return this;
    const settings = {
      ...this.settings,
      ...Object.fromEntries(keys.map((key) => [key, given[key]])),
      ...innerLinkSetting(given, this.settings),
    };
    for (const key of keys) CONVENTIONS[key].check(given[key], settings);
    return new Conventions(settings, this.tokens);
  }

  /**
   * These conventions with the settings of an object that users write, such as construct context.
   *
   * @param what what to call the object in errors
   * @throws BadInput if it has an unknown key or an invalid value
   */
  public withObject(what: string, settings: unknown): Conventions {
    if (!isObject(settings)) {
      throw new BadInput(
        what,
        settings,
        'is not an object',
        `Write it as { "labelKey": "k8s_deployment" }. The keys are ${CONVENTION_KEYS.join(', ')}`,
      );
    }
    const unknown = Object.keys(settings).find((key) => !CONVENTION_KEYS.some((known) => known === key));
    if (unknown !== undefined) {
      throw new BadInput(what, unknown, 'is not a known key', `Use ${CONVENTION_KEYS.join(', ')}`);
    }
    return placing(
      (error) => error.under(what),
      () => this.with(settings),
    );
  }

  /**
   * These conventions with more labels; one with the same key replaces the other.
   *
   * @throws BadInput if a label is invalid
   */
  public narrowedBy(given?: readonly string[]): Conventions {
    const labels = knownList('labels', given);
    if (labels.length === 0) return this;
    const keys = new Set(labels.map((label, index) => parseLabel(`labels[${index}]`, label).key));
    const kept = this.labels.filter(({ key }) => !keys.has(key)).map(String);
    return this.with({ labels: [...kept, ...labels] });
  }

  /**
   * The instances of a service. Without a service, the instances that the labels select.
   *
   * @throws BadInput if the name can't be the value of a label
   */
  public instancesOf(service: string | undefined): Instances {
    let instances = this.instances.get(service);
    if (!instances) {
      instances = new Instances(this.labelsOf(service), this.sessionLink, this.tokens);
      this.instances.set(service, instances);
    }
    return instances;
  }

  /** The settings for tagging. */
  public get taggingSettings(): TaggingSettings {
    const { liveDebugger, sessionLink, fixedSessionLink, site, linkLabel, links, hosts } = this.settings;
    const { datadogTags } = this;
    return { liveDebugger, sessionLink, fixedSessionLink, site, linkLabel, links, hosts, datadogTags };
  }

  /** The keys of the labels that titles have by these conventions. */
  public get titleKeys(): readonly string[] {
    return [this.labelKey, ...this.labels.map(({ key }) => key)];
  }

  /** The rules for tagging graphs by their queries. */
  public get taggingRules(): TaggingRules {
    this.rules ??= taggingRules(this.taggingSettings, this.tokens, this.titleKeys);
    return this.rules;
  }

  public get texts(): Texts {
    return textsIn(this.locale);
  }

  /** The URL of the site in the browser. */
  public get webAddress(): string {
    return webAddress(this.site);
  }

  private labelsOf(service: string | undefined): readonly RookoutLabel[] {
    if (service === undefined) return this.labels;
    checkService('service', service);
    return [RookoutLabel.of(this.labelKey, service), ...this.labels];
  }
}
