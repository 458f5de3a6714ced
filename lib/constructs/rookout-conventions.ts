import { IConstruct } from 'constructs';
import { ConventionSettings } from '../datadog/convention-settings';
import { Conventions } from '../datadog/conventions';
import { RookoutLabel } from '../rookout/label';
import { within } from './within';
import { checkFramework } from './framework';
import { checkSettings } from './check-settings';
import { LABEL_TOKENS } from './tokens/label-tokens';
import { RookoutLink } from '../datadog/other-links';

/** The key of the conventions in the construct context. */
const CONTEXT_KEY = 'rookout';

const DEFAULT = Conventions.default(LABEL_TOKENS);

/** Conventions for all constructs of a tree. A property that is set wins over the context. */
export interface RookoutConventionProps {
  /**
   * The key of the label that names a service.
   * @default - from the context, else `k8s_deployment`
   */
  readonly labelKey?: string;
  /**
   * More labels for every title and link, as `key:value`, for example `env:staging`.
   * @default - from the context, else none
   */
  readonly labels?: string[];
  /**
   * The language of texts, as a code such as `en` or `fr`.
   * @default - from the context, else `en`
   */
  readonly locale?: string;
  /**
   * What links open: a word of `LiveDebugger`, or a URL as in `sessionLink`, which is the same setting.
   * @default - from the context, else `rookout`
   */
  readonly liveDebugger?: string;
  /**
   * The URL of links. `{labels}` becomes the percent-encoded label filters, `{search}` the same as a search of Datadog.
   * @default - from the context, else none: that of `liveDebugger`
   */
  readonly sessionLink?: string;
  /**
   * Further context links of every graph, after the first: such as **Captured snapshots**.
   * @default - from the context, else none
   */
  readonly links?: RookoutLink[];
  /**
   * Whether a URL of your own may have no placeholder. Every graph then opens the same URL.
   * @default - from the context, else `false`
   */
  readonly fixedSessionLink?: boolean;
  /**
   * The label of the context link.
   * @default - from the context, else `Set metric points`
   */
  readonly linkLabel?: string;
  /**
   * The Datadog tag for each label key, or a list of tags, of which a graph uses the first that it has. It adds to
   * the known ones (`k8s_deployment` is `kube_deployment`, …), or replaces them.
   * @default - from the context, else none
   */
  readonly datadogTags?: { [labelKey: string]: any };
  /**
   * When Datadog's tag `host` is the label `$hostname`, which agents report as the machine's own name: `plain`,
   * `always` or `never`, see `HostNames`.
   * @default - from the context, else `plain`: not in graphs of containers or of a cloud
   */
  readonly hosts?: string;
}

/**
 * The conventions at a construct. Each setting comes from the first place that has it: the given props, the
 * context `rookout` of the construct, that of its parents, the default.
 */
export class RookoutConventions {
  /**
   * The conventions at a construct.
   *
   * @param scope the construct
   * @param props settings that win over the context
   * @throws if the context has an unknown key or an invalid value
   */
  public static of(scope: IConstruct, props: RookoutConventionProps = {}): RookoutConventions {
    return new RookoutConventions(conventionsAt(scope, props));
  }

  /** The services in the context. An app can make dashboards for them. */
  public readonly services: string[];
  /** The Datadog site, such as `datadoghq.eu`: from the context, else `datadoghq.com`. */
  public readonly site: string;
  /**
   * The URL of the API of the context's site, for the provider's `apiUrl`. Without a site in the context it
   * is undefined: the provider then takes `DD_HOST` from the environment, else `datadoghq.com`.
   */
  public readonly apiUrl?: string;
  /** The key of the label that names a service. */
  public readonly labelKey: string;
  /** More labels for every title and link. */
  public readonly labels: RookoutLabel[];
  /** The language of texts, as a code such as `en` or `fr`. */
  public readonly locale: string;
  /** The URL of links, with its placeholders: that of `liveDebugger`, or `sessionLink`. */
  public readonly sessionLink: string;
  /** The label of the context link. */
  public readonly linkLabel: string;
  /** The Datadog tag for each label key, or a list of tags. */
  public readonly datadogTags: { [labelKey: string]: any };

  private constructor(conventions: Conventions) {
    this.services = [...conventions.services];
    this.site = conventions.site;
    this.apiUrl = conventions.apiUrl;
    this.labelKey = conventions.labelKey;
    this.labels = [...conventions.labels];
    this.locale = conventions.locale;
    this.sessionLink = conventions.sessionLink;
    this.linkLabel = conventions.linkLabel;
    this.datadogTags = conventions.datadogTags;
  }
}

/**
 * The conventions at a construct: from its props, else from the context, else the defaults.
 *
 * @throws if the context has an unknown key, a value is invalid, or the app belongs to the other framework
 */
export function conventionsAt(
  scope: IConstruct,
  given: ConventionSettings | RookoutConventionProps = {},
): Conventions {
  checkFramework(scope);
  return within(scope, () => {
    checkSettings('props', given);
    return contextAt(scope).conventions.with(given as ConventionSettings);
  });
}

/** The context at a construct, and the conventions from it and from the contexts above. */
interface Context {
  readonly value: unknown;
  readonly conventions: Conventions;
}

const NO_CONTEXT: Context = { value: undefined, conventions: DEFAULT };

function contextAt({ node }: IConstruct): Context {
  const above = node.scope ? parentContext(node.scope) : NO_CONTEXT;
  const value: unknown = node.tryGetContext(CONTEXT_KEY);
  if (value === above.value) return above;
  return { value, conventions: above.conventions.withObject(`context "${CONTEXT_KEY}"`, value) };
}

const parents = new WeakMap<IConstruct, Context>();

/** The context of a construct with children, which can't set another one. Many dashboards have the same parent. */
function parentContext(parent: IConstruct): Context {
  const known = parents.get(parent);
  if (known) return known;
  const context = contextAt(parent);
  parents.set(parent, context);
  return context;
}
