import { BadInput } from '../../bad-input';
import { Conventions } from '../../datadog/conventions';
import { WidgetSource } from '../../datadog/dashboard/board';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { CustomLink, withCustomLinks } from '../../datadog/tagging/custom-links';
import { searchIn } from '../../datadog/tagging/graph-link';
import { QueryError } from '../../datadog/query/filter';
import { Graphs, graphsOf } from '../../datadog/tagging/graphs';
import { LabelTags } from '../../datadog/tagging/label-tags';
import { ShownGraph } from '../../datadog/tagging/shown-graph';
import { SHOWS_NOTHING } from '../../datadog/tagging/shown-instances';
import { LINKED_TYPES } from '../../datadog/widget';
import { JsonObject } from '../../json/value';
import { Instances } from '../../rookout/instances';
import { RookoutLabel } from '../../rookout/label';
import { LabelTokens } from '../../rookout/label-tokens';
import { LinkLabel, sessionLink } from '../../rookout/session-link';
import { withLabels } from '../../rookout/title';
import { RookoutTitles, settingsOf, titleText } from '../rookout-titles';
import { checkSettings } from '../check-settings';
import { givenJson } from '../tokens/given-json';
import { WidgetContainer } from './container';

/**
 * The tagging and the layout of a widget.
 *
 * @internal
 */
export interface TagOptions {
  /**
   * What the graph shows, for example `Memory`. It follows the service's name in the title.
   * @default - the title of the definition, else only the service's name
   */
  readonly subject?: string;
  /**
   * Labels, as `key:value`. They are added to those of the conventions. A label with the same key replaces
   * another.
   * @default - none
   */
  readonly labels?: string[];
  /**
   * The key of the label that names the service.
   * @default - the key of the conventions
   */
  readonly labelKey?: string;
  /**
   * The position and size. Without `x` and `y` the widget flows into the first free place.
   * @default - 6 columns by 3 rows, flowing
   */
  readonly layout?: WidgetLayout;
}

/**
 * Settings that a widget otherwise takes from its dashboard or section.
 *
 * @internal
 */
export interface OwnTagOptions {
  /**
   * The service that the widget shows.
   * @default - the service of the section. Without one, the instances come from `labels`, the title of the
   * definition, or the query
   */
  readonly service?: string;
  /**
   * The conventions for the title.
   * @default - the conventions of the dashboard, else of the context
   */
  readonly titles?: RookoutTitles;
  /**
   * What links open: a word of `LiveDebugger`, or a URL as in `sessionLink`, which is the same setting.
   * @default - that of the dashboard, else of the context
   */
  readonly liveDebugger?: string;
  /**
   * The URL of links, with `{labels}`, `{search}` or the like in it.
   * @default - that of the dashboard, else of the context
   */
  readonly sessionLink?: string;
}

/** The props of every tagged widget. */
export type TagProps = TagOptions & OwnTagOptions;

/** Makes the definition of a widget. A new one has an empty title. */
export type Define<P> = (props: P) => JsonObject;

/** What a widget takes from its dashboard or section. */
export type Surroundings = Pick<WidgetContainer, 'conventions' | 'service' | 'variables'>;

/** A widget with label filters in its title, and a context link that opens Rookout with them. */
export class TaggedWidget implements WidgetSource {
  /**
   * @param props what the widget shows, and how it is tagged
   * @param around the conventions and the service of its dashboard or section
   * @throws BadInput if an option is invalid, or the instances of the widget are not known
   */
  public static of<P extends TagProps & { readonly definition?: any }>(
    props: P,
    around: Surroundings,
    define: Define<P>,
  ): TaggedWidget {
    checkSettings('props', props, 'Pass at least a query');
    const service = props.service ?? around.service;
    const conventions = conventionsOf(props, around.conventions);
    const instances = conventions.instancesOf(service);
    const { definition: given } = props;
    const options = given === undefined ? props : { ...props, definition: givenJson('definition', given) };
    const definition = define(options);
    const text = textOf(definition, service, props.subject);
    const rules = conventions.taggingRules;
    const graph = graphOf(definition, graphsOf(rules, around.variables));
    const { title, labels } = tagOf(text, instances, graph, rules.tokens);
    const opened = linked(title, labels, graph);
    const search = searchIn(opened.tags, rules);
    const link = instances.linkTo(opened.labels, search);
    const others = rules.otherLinks.map(({ label, template }) => ({
      label,
      link: sessionLink(template, opened.labels, rules.tokens.inLink, search),
    }));
    const keys = labels.map(({ key }) => key);
    return holdsObjects(options)
      ? new TaggedWidget(title, link, keys, conventions.linkLabel, others, asItIs, definition)
      : new TaggedWidget(title, link, keys, conventions.linkLabel, others, define, { ...options });
  }

  private constructor(
    public readonly title: string,
    public readonly link: string,
    public readonly labelKeys: readonly string[],
    private readonly linkLabel: string,
    private readonly others: readonly CustomLink[],
    private readonly define: Define<any>,
    private readonly options: object,
  ) {}

  /** The definition in Datadog's JSON. */
  public get definition(): JsonObject {
    const definition = this.define(this.options);
    definition.title = this.title;
    if (!LINKED_TYPES.includes(definition.type as string)) return definition;
    const first = { label: this.linkLabel, link: this.link };
    if (definition.custom_links !== undefined) return withCustomLinks(definition, first, this.others);
    definition.custom_links = [first, ...this.others];
    return definition;
  }

  public render(): { readonly definition: JsonObject } {
    return this;
  }
}

/**
 * Whether the options have objects in them. If not, they are kept instead of the definition, which is made
 * again when needed: this saves memory.
 */
function holdsObjects(options: object): boolean {
  for (const name in options) {
    if (typeof options[name as keyof typeof options] === 'object') return true;
  }
  return false;
}

function asItIs(definition: JsonObject): JsonObject {
  return definition;
}

/** What a widget shows. Nothing if its queries can't be read. */
function graphOf(definition: JsonObject, graphs: Graphs): ShownGraph {
  return unlessUnreadable(() => graphs.of(definition)) ?? graphs.ofNothing;
}

/**
 * The title of a widget and its labels: the given ones. If none are given, and Datadog fills in some, they
 * are those that the queries certainly show.
 */
function tagOf(
  text: string,
  instances: Instances,
  graph: ShownGraph,
  tokens: LabelTokens,
): { readonly title: string; readonly labels: readonly RookoutLabel[] } {
  const title = instances.titled(text);
  const labels = text.includes('[') ? RookoutLabel.inTitle(title) : instances.labels;
  if (labels.length > 0) return { title, labels };
  const shown = unlessUnreadable(() => graph.shown) ?? SHOWS_NOTHING;
  if (shown.filled.size > 0) return { title: withLabels(text, shown.labels, tokens), labels: shown.labels };
  throw new BadInput(
    'title',
    title,
    'has no label filter, so there are no instances to open Rookout with',
    'Give a service, labels, a definition with a label filter in its title, or a query that is grouped by an instance tag',
  );
}

/**
 * The labels of the link, and the tags of their keys in the graph.
 *
 * @throws BadInput if the queries certainly show other instances than the title names
 */
function linked(
  title: string,
  labels: readonly RookoutLabel[],
  graph: ShownGraph,
): { readonly labels: readonly LinkLabel[]; readonly tags: LabelTags } {
  const named = unlessUnreadable(() => graph.named(labels));
  if (named?.disagreement !== undefined) {
    throw new BadInput(
      'title',
      title,
      `names ${named.disagreement}`,
      'Name the instances that the queries show, or correct the queries',
    );
  }
  return named ?? { labels, tags: new Map() };
}

function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function conventionsOf(
  { titles, labelKey, liveDebugger, sessionLink, labels }: TagProps,
  conventions: Conventions,
): Conventions {
  if (!titles && [labels, labelKey, liveDebugger, sessionLink].every((own) => own === undefined))
    return conventions;
  return conventions
    .with(settingsOf(titles))
    .with({ labelKey, liveDebugger, sessionLink })
    .narrowedBy(labels);
}

function textOf(definition: JsonObject, service: string | undefined, subject: string | undefined): string {
  const own = definition.title;
  if (own !== undefined && typeof own !== 'string') {
    throw new BadInput('definition.title', own, 'is not text', 'Give the widget a title that is text');
  }
  return subject === undefined && own ? own : titleText(service, subject);
}
