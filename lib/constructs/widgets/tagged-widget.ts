import { BadInput } from '../../bad-input';
import { Conventions } from '../../datadog/conventions';
import { WidgetSource } from '../../datadog/dashboard/board';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { withCustomLink } from '../../datadog/tagging/custom-links';
import { linkLabels, ShownInstances } from '../../datadog/tagging/instances';
import { shownBy } from '../../datadog/tagging/shown-by';
import { LINKED_TYPES } from '../../datadog/widget';
import { JsonObject } from '../../json/value';
import { Instances } from '../../rookout/instances';
import { RookoutLabel } from '../../rookout/label';
import { LabelTokens } from '../../rookout/label-tokens';
import { withLabels } from '../../rookout/title';
import { RookoutTitles, settingsOf, titleText } from '../rookout-titles';
import { jsonCopy } from '../tokens/json-copy';
import { WidgetContainer } from './container';

/**
 * How a widget is tagged and placed.
 *
 * @internal
 */
export interface TagOptions {
  /**
   * What the graph shows, for example `Memory`.
   * @default - the title of the definition, else nothing behind the service's name
   */
  readonly subject?: string;
  /**
   * Labels, as `key:value`, beside those of the conventions; one with the same key takes the other's place.
   * @default - none
   */
  readonly labels?: string[];
  /**
   * The key of the label that names the service.
   * @default - that of the conventions
   */
  readonly labelKey?: string;
  /**
   * Place and size. With `x` and `y` it stands there; without, it flows into the first free place.
   * @default - 6 columns by 3 rows, flowing
   */
  readonly layout?: WidgetLayout;
}

/**
 * What a widget says for itself that it else has from the dashboard or section around it.
 *
 * @internal
 */
export interface OwnTagOptions {
  /**
   * The service that it shows.
   * @default - that of the service section it stands in, else none: then `labels` select the instances, or the
   * label filters that the definition's title has
   */
  readonly service?: string;
  /**
   * The conventions of its title.
   * @default - those of the dashboard it stands in, else those of the context
   */
  readonly titles?: RookoutTitles;
  /**
   * The address that opens Rookout, with `{labels}` in it.
   * @default - that of the dashboard it stands in, else that of the context
   */
  readonly sessionLink?: string;
}

/** What every tagged widget is given. */
export type TagProps = TagOptions & OwnTagOptions;

/** Makes the definition of a widget, new and with an empty title, or with that of the definition that is given. */
export type Define<P> = (props: P) => JsonObject;

/** What a widget has from the dashboard or section that it stands in. */
export type Surroundings = Pick<WidgetContainer, 'conventions' | 'service' | 'variables'>;

/** A widget whose title carries label filters, and the link that opens Rookout with them. */
export class TaggedWidget implements WidgetSource {
  /**
   * @param props what the widget shows, and how it is tagged
   * @param around the conventions around it, and the service that its section is about
   * @throws BadInput where an option is invalid, or nothing says which instances it shows
   */
  public static of<P extends TagProps & { readonly definition?: any }>(
    props: P,
    around: Surroundings,
    define: Define<P>,
  ): TaggedWidget {
    const service = props.service ?? around.service;
    const conventions = conventionsOf(props, around.conventions);
    const instances = conventions.instancesOf(service);
    const { definition: given } = props;
    const definition = define(
      given === undefined ? props : { ...props, definition: jsonCopy('definition', given) },
    );
    const text = textOf(definition, service, props.subject);
    const { instances: rules, tokens } = conventions.taggingRules;
    const shown = shownBy(definition, rules, around.variables);
    const { title, labels } = tagOf(text, instances, shown, tokens);
    const isOwn = labels === instances.labels && shown.filled.size === 0;
    const link = isOwn ? instances.link : instances.linkTo(linkLabels(labels, shown.filled, rules));
    return holdsObjects(props)
      ? new TaggedWidget(title, link, conventions.linkLabel, asItIs, definition)
      : new TaggedWidget(title, link, conventions.linkLabel, define, { ...props });
  }

  private constructor(
    public readonly title: string,
    public readonly link: string,
    private readonly linkLabel: string,
    private readonly define: Define<any>,
    private readonly options: object,
  ) {}

  /** In Datadog's JSON. */
  public get definition(): JsonObject {
    const definition = this.define(this.options);
    definition.title = this.title;
    if (!LINKED_TYPES.includes(definition.type as string)) return definition;
    if (definition.custom_links !== undefined) {
      return withCustomLink(definition, this.linkLabel, this.link);
    }
    definition.custom_links = [{ label: this.linkLabel, link: this.link }];
    return definition;
  }

  public render(): { readonly definition: JsonObject } {
    return this;
  }
}

/** Options without objects are kept, and make the definition again: they weigh less, and there are many graphs. */
function holdsObjects(options: object): boolean {
  return Object.values(options).some((value) => typeof value === 'object');
}

function asItIs(definition: JsonObject): JsonObject {
  return definition;
}

/**
 * The title of a widget, and the labels that stand in it: those that are given; where there are none and Datadog fills
 * some in, those that its queries surely show.
 */
function tagOf(
  text: string,
  instances: Instances,
  shown: ShownInstances,
  tokens: LabelTokens,
): { readonly title: string; readonly labels: readonly RookoutLabel[] } {
  const title = instances.titled(text);
  const labels = text.includes('[') ? RookoutLabel.inTitle(title) : instances.labels;
  if (labels.length > 0) return { title, labels };
  if (shown.filled.size > 0) return { title: withLabels(text, shown.labels, tokens), labels: shown.labels };
  throw new BadInput(
    'title',
    title,
    'has no label filter, so there are no instances to open Rookout with',
    'Give a service, labels, a definition whose title carries one, or a query that is grouped by an instance tag',
  );
}

function conventionsOf(
  { titles, labelKey, sessionLink, labels }: TagProps,
  conventions: Conventions,
): Conventions {
  if (!titles && !labels && labelKey === undefined && sessionLink === undefined) return conventions;
  return conventions.with(settingsOf(titles)).with({ labelKey, sessionLink }).narrowedBy(labels);
}

function textOf(definition: JsonObject, service: string | undefined, subject: string | undefined): string {
  const own = definition.title;
  if (own !== undefined && typeof own !== 'string') {
    throw new BadInput('definition.title', own, 'is no text', 'Give the widget a title that is text');
  }
  return subject === undefined && own ? own : titleText(service, subject);
}
