import { Construct } from 'constructs';
import { Conventions, ConventionSettings } from '../datadog/conventions';
import { RookoutLabel } from '../rookout/label';
import { conventionsAt } from './rookout-conventions';
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
  /** The key of the label that names a service. */
  public readonly labelKey: string;
  /** Further labels of every title. */
  public readonly labels: RookoutLabel[];
  /** The language of the dashboards and graphs that use these titles. */
  public readonly locale: string;
  private readonly conventions: Conventions;

  /**
   * @param scope where it stands; the context there gives what the props leave out
   * @param id its name there
   * @param props what the titles have in common
   */
  public constructor(scope: Construct, id: string, props: RookoutTitlesProps = {}) {
    super(scope, id);
    this.conventions = conventionsAt(this, props);
    this.labelKey = this.conventions.labelKey;
    this.labels = [...this.conventions.labels];
    this.locale = this.conventions.locale;
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
    return within(this, () =>
      this.conventions
        .with({ labelKey: options.labelKey })
        .narrowedBy(options.labels)
        .instancesOf(service)
        .titled(titleText(service, options.subject)),
    );
  }
}

/** What those who use the titles take over. */
export function settingsOf(titles: RookoutTitles | undefined): ConventionSettings {
  if (!titles) return {};
  const { labelKey, labels, locale } = titles;
  return { labelKey, labels: labels.map(String), locale };
}

/** The text of a title, before its label filters. */
export function titleText(service = '', subject = ''): string {
  return service === '' || subject === '' ? service + subject : `${service} ${subject}`;
}
