import { Construct } from 'constructs';
import { BadInput } from '../bad-input';
import { ConventionSettings } from '../datadog/convention-settings';
import { Conventions } from '../datadog/conventions';
import { agentLabels } from '../rookout/agent-labels';
import { Instances } from '../rookout/instances';
import { RookoutLabel } from '../rookout/label';
import { conventionsAt } from './rookout-conventions';
import { checkSettings } from './check-settings';
import { within } from './within';
import { warnOfStoredName } from './stored-name';
import { inAgentLabel } from './tokens/label-tokens';
import { terraformText } from './tokens/terraform-text';

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

/** The labels of one service. */
export interface RookoutLabelOptions {
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

/** The settings of one title. */
export interface RookoutTitleOptions extends RookoutLabelOptions {
  /**
   * What the graph shows, for example `Memory`. It follows the service's name in the title.
   * @default - only the service's name
   */
  readonly subject?: string;
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
    return within(this, () => this.instancesOf(service, options).titled(titleText(service, options.subject)));
  }

  /**
   * The text for the environment variable `ROOKOUT_LABELS` of a service: `k8s_deployment:cartservice,env:staging`.
   * It gives the instances the labels of the titles. Agents report few labels by themselves, so without it a link
   * may open nothing.
   *
   * The text has the one form that the agents for Node, Python, Java and Go read alike: `key:value`, joined by
   * commas, each key once, in printed ASCII without white space, quotes and `$`. In values that only Terraform
   * knows, other characters become `]`, which no label of a title contains.
   *
   * Built-in labels, such as `$hostname`, are left out, since agents report them by themselves. If nothing else is
   * left, the text is empty. Labels such as `k8s_namespace` and `function_name`, which agents also report by
   * themselves, are in the text if the titles have them. The value of the text then wins.
   *
   * Source: rookout 0.144.0 (npm), rook 0.1.209 (PyPI) and com.rookout:rook 0.1.266 (Maven), which
   * `npm run test:agents` starts.
   *
   * @param service the service's name, or a token
   * @param options the labels of this service; the same as for its titles
   * @returns the text of the environment variable
   * @throws if the service or a label is invalid, if not all agents would report a label as it is, or if a key has
   * two values
   */
  public agentLabels(service: string, options: RookoutLabelOptions = {}): string {
    return within(this, () =>
      terraformText(agentLabels(this.instancesOf(service, options).labels, inAgentLabel)),
    );
  }

  private instancesOf(service: string, options: RookoutLabelOptions): Instances {
    checkSettings('options', options);
    const conventions = this.conventions.with({ labelKey: options.labelKey }).narrowedBy(options.labels);
    const instances = conventions.instancesOf(service);
    warnOfStoredName(this, conventions, service);
    return instances;
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
