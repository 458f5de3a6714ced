import { Construct } from 'constructs';
import { withLabels } from '../rookout/title';
import { RookoutConventionProps, RookoutConventions } from './rookout-conventions';
import { within } from './construct-error';

/** What titles have in common. */
export interface RookoutTitlesProps {
  /**
   * The key of the label that names a service.
   * @default - from the context `rookout`, else `k8s_deployment`
   */
  readonly labelKey?: string;
  /**
   * Further labels, as `key:value`, for every title, for example `env:staging`.
   * @default - from the context `rookout`, else none
   */
  readonly labels?: string[];
  /**
   * The language of the dashboards and graphs that use these titles, as a code such as `en`; README lists them.
   * @default - from the context `rookout`, else `en`
   */
  readonly locale?: string;
}

/** What one title says. */
export interface RookoutTitleOptions {
  /**
   * What the graph shows, for example `Memory`.
   * @default - nothing behind the service's name
   */
  readonly subject?: string;
  /**
   * Labels, as `key:value`, beside those that all titles have; one with the same key takes the other's place.
   * @default - none
   */
  readonly labels?: string[];
  /**
   * The key of the label that names the service.
   * @default - that of all titles
   */
  readonly labelKey?: string;
}

/**
 * Generates widget titles with Rookout label filters from service names:
 * `cartservice Memory [k8s_deployment:cartservice]`.
 *
 * Hand one to dashboards and graphs to give them the same conventions.
 */
export class RookoutTitles extends Construct {
  private readonly conventions: RookoutConventions;

  /**
   * @param scope where it stands; the context there gives what the props leave out
   * @param id its name there
   * @param props what the titles have in common
   */
  public constructor(scope: Construct, id: string, props: RookoutTitlesProps = {}) {
    super(scope, id);
    this.conventions = RookoutConventions.of(this, props);
  }

  /**
   * The title of a graph that shows a service.
   *
   * @param service the service's name, or a token for it
   * @param options what else it says
   * @returns the text and one bracket group for each label
   * @throws where the service or a label can't be a label filter
   */
  public forService(service: string, options: RookoutTitleOptions = {}): string {
    return within(this, () => {
      const conventions = this.conventions._with({ labelKey: options.labelKey })._narrowedBy(options.labels);
      return withLabels(titleText(service, options.subject), conventions._labelsOf(service));
    });
  }

  /**
   * What those who use these titles take over.
   *
   * @internal
   */
  public get _conventions(): RookoutConventionProps {
    const { labelKey, labels, locale } = this.conventions;
    return { labelKey, labels: labels.map(String), locale };
  }
}

/** The text of a title, before its label filters. */
export function titleText(service: string | undefined, subject: string | undefined): string {
  return [service, subject].filter((part) => part !== undefined && part !== '').join(' ');
}
