import { IConstruct } from 'constructs';
import { Conventions, ConventionSettings } from '../datadog/conventions';
import { RookoutLabel } from '../rookout/label';
import { within } from './construct-error';
import { LABEL_TOKENS } from './tokens/label-tokens';

/** The key of the construct context that conventions stand under, in `cdktf.json` or by `node.setContext`. */
const CONTEXT_KEY = 'rookout';

const DEFAULT = Conventions.default(LABEL_TOKENS);

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
   * Whether `sessionLink` may be one address for all graphs, without a placeholder: of a tool whose address takes
   * no instances.
   * @default - from the context, else `false`
   */
  readonly fixedSessionLink?: boolean;
  /**
   * The words of the entry in the context menu.
   * @default - from the context, else `Set metric points`
   */
  readonly linkLabel?: string;
  /**
   * The Datadog tag by label key, for keys beside or other than the known ones (`k8s_deployment` is
   * `kube_deployment`, …).
   * @default - from the context, else none
   */
  readonly datadogTags?: { [labelKey: string]: string };
}

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
    return new RookoutConventions(conventionsAt(scope, props));
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
  /** The words of the entry in the context menu. */
  public readonly linkLabel: string;
  /** The Datadog tag by label key. */
  public readonly datadogTags: { [labelKey: string]: string };

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
 * The conventions at a construct: what it was given, else the context, else the defaults.
 *
 * @throws where the context has a key that is not known, or a value breaks its rule
 */
export function conventionsAt(scope: IConstruct, given: ConventionSettings = {}): Conventions {
  return within(scope, () =>
    contextsOf(scope)
      .reduce<Conventions>(
        (conventions, context) => conventions.withObject(`context "${CONTEXT_KEY}"`, context),
        DEFAULT,
      )
      .with(given),
  );
}

/** What stands under the key, from the outermost scope inward; what a scope only passes on is there once. */
function contextsOf(scope: IConstruct): unknown[] {
  const contexts = scope.node.scopes.map(({ node }): unknown => node.tryGetContext(CONTEXT_KEY));
  return contexts.filter((context, index) => context !== undefined && context !== contexts[index - 1]);
}
