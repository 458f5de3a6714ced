import { BadInput } from '../../bad-input';
import { Conventions } from '../../datadog/conventions';
import { WidgetSource } from '../../datadog/dashboard/board';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { withCustomLink } from '../../datadog/tagging/custom-links';
import { LINKED_TYPES } from '../../datadog/widget';
import { JsonObject } from '../../json/value';
import { RookoutLabel } from '../../rookout/label';
import { SET_METRIC_POINTS } from '../../rookout/session-link';
import { RookoutTitles, settingsOf, titleText } from '../rookout-titles';
import { jsonCopy } from '../tokens/json-copy';

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

/** A widget whose title carries label filters, and the link that opens Rookout with them. */
export class TaggedWidget implements WidgetSource {
  /**
   * @param props what the widget shows, and how it is tagged
   * @param around the conventions around it, and the service that its section is about
   * @throws BadInput where an option is no good, or nothing says which instances it shows
   */
  public static of<P extends TagProps & { readonly definition?: any }>(
    props: P,
    around: { readonly conventions: Conventions; readonly service?: string },
    define: Define<P>,
  ): TaggedWidget {
    const service = props.service ?? around.service;
    const instances = conventionsOf(props, around.conventions).instancesOf(service);
    const { definition: given } = props;
    const definition = define(
      given === undefined ? props : { ...props, definition: jsonCopy('definition', given) },
    );
    const text = textOf(definition, service, props.subject);
    const title = instances.titled(text);
    if (instances.labels.length === 0 && RookoutLabel.inTitle(title).length === 0) {
      throw new BadInput(
        'title',
        title,
        'has no label filter, so there are no instances to open Rookout with',
        'Give a service, labels, or a definition whose title carries one',
      );
    }
    const link = instances.linkOf(text, title);
    return new TaggedWidget(title, link, holdsObjects(props) ? () => definition : again(define, props));
  }

  private constructor(
    public readonly title: string,
    public readonly link: string,
    private readonly define: () => JsonObject,
  ) {}

  /** In Datadog's JSON. */
  public get definition(): JsonObject {
    const definition = this.define();
    definition.title = this.title;
    if (!LINKED_TYPES.includes(definition.type as string)) return definition;
    if (definition.custom_links !== undefined) {
      return withCustomLink(definition, SET_METRIC_POINTS, this.link);
    }
    definition.custom_links = [{ label: SET_METRIC_POINTS, link: this.link }];
    return definition;
  }

  public render(): { readonly definition: JsonObject } {
    return this;
  }
}

/** Makes the definition again: options without objects weigh less than it does, and there are many graphs. */
function again<P extends object>(define: Define<P>, props: P): () => JsonObject {
  const copy = { ...props };
  return () => define(copy);
}

function holdsObjects(options: object): boolean {
  return Object.values(options).some((value) => typeof value === 'object');
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
