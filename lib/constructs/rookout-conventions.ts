import { IConstruct } from 'constructs';
import { BadInput } from '../bad-input';
import { DATADOG_TAGS } from '../datadog/tags';
import { apiAddress, checkSite, webAddress } from '../datadog/site';
import { checkLabelKey, checkLabelValue, RookoutLabel } from '../rookout/label';
import { checkLocale, Locale, textsIn } from '../rookout/locales';
import { checkSessionLink, DEFAULT_SESSION_LINK } from '../rookout/session-link';
import { Texts } from '../rookout/texts';
import { within } from './construct-error';

/** The key of the construct context that conventions stand under, in `cdktf.json` or by `node.setContext`. */
const CONTEXT_KEY = 'rookout';

/** What the constructs of a tree have in common. Whatever is given wins over the context. */
export interface RookoutConventionProps {
  /**
   * The key of the label that names a service.
   * @default - from the context, else `k8s_deployment`
   */
  readonly labelKey?: string;
  /**
   * Further labels, as `key:value`, that narrow every filter down, for example `env:staging`.
   * @default - from the context, else none
   */
  readonly labels?: string[];
  /**
   * The language of texts, as a code such as `en`; README lists them.
   * @default - from the context, else `en`
   */
  readonly locale?: string;
  /**
   * The address that opens Rookout; `{labels}` in it becomes the percent-encoded label filters. Rookout
   * publishes none that selects instances, so check what yours understands.
   * @default - from the context, else `https://app.rookout.com/?labels={labels}`
   */
  readonly sessionLink?: string;
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones (`k8s_deployment` is
   * `kube_deployment`, …).
   * @default - from the context, else none
   */
  readonly datadogTags?: { [labelKey: string]: string };
}

interface Settings extends Required<RookoutConventionProps> {
  readonly services: string[];
  readonly site: string | undefined;
}

const DEFAULTS: Settings = {
  services: [],
  site: undefined,
  labelKey: 'k8s_deployment',
  labels: [],
  locale: 'en',
  sessionLink: DEFAULT_SESSION_LINK,
  datadogTags: {},
};

const CHECKS: { readonly [key in keyof Settings]: (value: any) => void } = {
  services: (value) => each(value, 'services', checkLabelValue),
  site: checkSite,
  labelKey: (value) => checkLabelKey('labelKey', value),
  labels: (value) => each(value, 'labels', RookoutLabel._parse),
  locale: checkLocale,
  sessionLink: checkSessionLink,
  datadogTags: checkTags,
};

/**
 * The conventions that hold at a place in the tree: what its construct was given, else the context under the key
 * `rookout`, setting by setting from the innermost scope outward, else the defaults.
 */
export class RookoutConventions {
  /**
   * The conventions at a construct.
   *
   * @param scope the construct
   * @param props what was given to it
   * @throws where the context has a key that is not known, or a value that breaks its rule
   */
  public static of(scope: IConstruct, props: RookoutConventionProps = {}): RookoutConventions {
    return within(scope, () => new RookoutConventions({ ...DEFAULTS, ...fromContext(scope) })._with(props));
  }

  /** The services that the context names, for the app that makes their dashboards. */
  public readonly services: string[];
  /** The Datadog site, such as `datadoghq.eu`: the one that the context names, else `datadoghq.com`. */
  public readonly site: string;
  /**
   * The address of the API of the site that the context names, for the provider's `apiUrl`. Where it names none the
   * provider finds the address itself: in the environment, as `DD_HOST`, else that of `datadoghq.com`.
   */
  public readonly apiUrl?: string;
  /** The key of the label that names a service. */
  public readonly labelKey: string;
  /** Further labels that narrow every filter down. */
  public readonly labels: RookoutLabel[];
  /** The language of texts, as a code such as `en`; README lists them. */
  public readonly locale: string;
  /** The address that opens Rookout, with `{labels}` in it. */
  public readonly sessionLink: string;
  /** The Datadog tag by label key. */
  public readonly datadogTags: { [labelKey: string]: string };

  private constructor(private readonly settings: Settings) {
    this.services = settings.services;
    this.site = settings.site ?? 'datadoghq.com';
    this.apiUrl = settings.site === undefined ? undefined : apiAddress(settings.site);
    this.labelKey = settings.labelKey;
    this.labels = settings.labels.map((label) => RookoutLabel.parse(label));
    this.locale = settings.locale;
    this.sessionLink = settings.sessionLink;
    this.datadogTags = { ...DATADOG_TAGS, ...settings.datadogTags };
  }

  /**
   * These conventions but for what the props give.
   *
   * @internal
   */
  public _with(props: RookoutConventionProps): RookoutConventions {
    const { labelKey, labels, locale, sessionLink, datadogTags } = props;
    const given = checked({ labelKey, labels, locale, sessionLink, datadogTags });
    return Object.keys(given).length === 0 ? this : new RookoutConventions({ ...this.settings, ...given });
  }

  /**
   * These conventions with further labels; one with the same key takes the other's place.
   *
   * @internal
   */
  public _narrowedBy(labels: string[] = []): RookoutConventions {
    if (labels.length === 0) return this;
    const keys = new Set(labels.map((label, index) => RookoutLabel._parse(`labels[${index}]`, label).key));
    const kept = this.labels.filter(({ key }) => !keys.has(key)).map(String);
    return this._with({ labels: [...kept, ...labels] });
  }

  /**
   * The labels that select a service's instances, its own first; without a service, the further ones alone.
   *
   * @internal
   */
  public _labelsOf(service?: string): RookoutLabel[] {
    if (service === undefined) return this.labels;
    checkLabelValue('service', service);
    return [RookoutLabel.of(this.labelKey, service), ...this.labels];
  }

  /** @internal */
  public get _webAddress(): string {
    return webAddress(this.site);
  }

  /** @internal */
  public get _locale(): Locale {
    return this.locale as Locale;
  }

  /** @internal */
  public get _texts(): Texts {
    return textsIn(this._locale);
  }
}

function fromContext(scope: IConstruct): Partial<Settings> {
  const settings: Partial<Settings> = {};
  let last: unknown;
  for (const { node } of scope.node.scopes) {
    const context: unknown = node.tryGetContext(CONTEXT_KEY);
    if (context !== undefined && context !== last) Object.assign(settings, checkedContext(context));
    last = context;
  }
  return settings;
}

function checkedContext(context: unknown): Partial<Settings> {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) {
    throw new BadInput(
      `context "${CONTEXT_KEY}"`,
      context,
      'is no object',
      `Write it as { "labelKey": "k8s_deployment" }; it takes ${Object.keys(DEFAULTS).join(', ')}`,
    );
  }
  for (const key of Object.keys(context)) {
    if (!Object.keys(DEFAULTS).includes(key)) {
      throw new BadInput(
        `context "${CONTEXT_KEY}"`,
        key,
        'is no key that is known',
        `Use ${Object.keys(DEFAULTS).join(', ')}`,
      );
    }
  }
  return checked(context, `context "${CONTEXT_KEY}".`);
}

function checked(settings: Partial<Settings>, prefix = ''): Partial<Settings> {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  for (const [key, value] of given) {
    try {
      CHECKS[key as keyof Settings](value);
    } catch (error) {
      if (error instanceof BadInput && prefix !== '') error.message = `${prefix}${error.message}`;
      throw error;
    }
  }
  return Object.fromEntries(given);
}

function each(list: unknown, what: string, check: (what: string, item: any) => void): void {
  if (!Array.isArray(list)) throw new BadInput(what, list, 'is no list', 'Write it as ["…", "…"]');
  list.forEach((item, index) => check(`${what}[${index}]`, item));
}

function checkTags(tags: unknown): void {
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) {
    throw new BadInput('datadogTags', tags, 'is no object', 'Write it as { "label_key": "datadog_tag" }');
  }
  for (const [key, tag] of Object.entries(tags)) {
    if (typeof tag !== 'string' || tag.trim() === '') {
      throw new BadInput(`datadogTags.${key}`, tag, 'is no tag', 'Name the tag, as in "kube_deployment"');
    }
  }
}
