import { Construct } from 'constructs';
import { BadInput } from '../bad-input';
import { ConventionSettings } from '../datadog/convention-settings';
import { Conventions } from '../datadog/conventions';
import { RookoutLabel } from '../rookout/label';
import { conventionsAt } from './rookout-conventions';
import { checkSettings } from './settings';
import { within } from './construct-error';

/** The conventions for all titles. */
export interface RookoutTitlesProps {
  /**
   * The key of the label that names a service.
   * @default - from the context `rookout`, else `k8s_deployment`
   */
  readonly labelKey?: string;
  /**
   * More labels for every title, as `key:value`, for example `env:staging`.
   * @default - from the context `rookout`, else none
   */
  readonly labels?: string[];
  /**
   * The language of the dashboards and graphs that use these titles, as a code such as `en` or `fr`.
   * @default - from the context `rookout`, else `en`
   */
  readonly locale?: string;
}

/** The settings of one title. */
export interface RookoutTitleOptions {
  /**
   * What the graph shows, for example `Memory`. It follows the service's name in the title.
   * @default - only the service's name
   */
  readonly subject?: string;
  /**
   * Labels, as `key:value`. They are added to those of all titles. A label with the same key replaces
   * another.
   * @default - none
   */
  readonly labels?: string[];
  /**
   * The key of the label that names the service.
   * @default - the key of all titles
   */
  readonly labelKey?: string;
}

/**
 * Makes widget titles with Rookout label filters from service names: `cartservice Memory
 * [k8s_deployment:cartservice]`.
 *
 * Pass it to dashboards and graphs to give them the same conventions.
 */
export class RookoutTitles extends Construct {
  /** The key of the label that names a service. */
  public readonly labelKey: string;
  /** More labels of every title. */
  public readonly labels: RookoutLabel[];
  /** The language of the dashboards and graphs that use these titles. */
  public readonly locale: string;
  private readonly conventions: Conventions;

  /**
   * @param scope the parent construct, whose context has the settings that are not in the props
   * @param id the id of the construct
   * @param props the conventions for all titles
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
   * @param service the service's name, or a token
   * @param options the settings of this title
   * @returns the text, and each label in brackets
   * @throws if the service or a label is invalid
   */
  public forService(service: string, options: RookoutTitleOptions = {}): string {
    return within(this, () => {
      checkSettings('options', options);
      return this.conventions
        .with({ labelKey: options.labelKey })
        .narrowedBy(options.labels)
        .instancesOf(service)
        .titled(titleText(service, options.subject));
    });
  }
}

/** The settings for constructs that use the titles. */
export function settingsOf(titles: RookoutTitles | undefined): ConventionSettings {
  if (!titles) return {};
  const { labelKey, labels, locale } = titles;
  if (!Array.isArray(labels)) {
    throw new BadInput(
      'titles',
      titles,
      'is not a RookoutTitles',
      "Make one, as in new RookoutTitles(stack, 'Titles', { labelKey: 'service' })",
    );
  }
  return { labelKey, labels: labels.map(String), locale };
}

/** The text of a title, before its label filters. */
export function titleText(service = '', subject = ''): string {
  return service === '' || subject === '' ? service + subject : `${service} ${subject}`;
}
