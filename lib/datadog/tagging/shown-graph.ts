import { Instances } from '../../rookout/instances';
import { RookoutLabel } from '../../rookout/label';
import { hasToken } from '../../terraform/tokens';
import { DrawnQuery } from '../query/drawn-query';
import { holdsExpression } from '../query/later-value';
import { GraphLink, graphLink, noLink } from './graph-link';
import { tagsOfColumns } from './label-tags';
import { linkLabels } from './link-labels';
import { TaggingRules } from './settings';
import { FilledLabels, ShownInstances, shownInstances } from './shown-instances';
import { contradicted, TitledGraph, titledGraph } from './titled-graph';
import { Variables } from './variables';
import { widerThan } from './wider';

const FOLLOWED: Readonly<Record<FilledLabels['by'], string>> = {
  variable: 'a template variable',
  line: 'the line that is clicked',
};

/** A graph whose title names instances. */
export interface NamedGraph extends TitledGraph {
  /** How the title contradicts the queries, such as `service:cart, but its queries show service:pay`. */
  readonly disagreement?: string;
}

/** The instances that a graph shows, for its title and link. Graphs with the same queries share it. */
export class ShownGraph {
  private ownShown: ShownInstances | undefined;
  private instances: Instances | undefined;
  private ownLink: GraphLink | undefined;
  private readonly byBrackets = new Map<string, GraphLink | undefined>();
  private readonly byLabels = new Map<string, NamedGraph>();

  public constructor(
    private readonly queries: readonly DrawnQuery[],
    private readonly rules: TaggingRules,
    private readonly variables: Variables,
    private readonly split?: ReadonlySet<string>,
  ) {}

  /**
   * What the queries show, without regard to the title.
   *
   * @throws QueryError if there are too many alternatives
   */
  public get shown(): ShownInstances {
    this.ownShown ??= shownInstances(this.queries, this.rules.instances, this.variables, this.split);
    return this.ownShown;
  }

  /** Whether the queries name no instances. */
  public get isEmpty(): boolean {
    const { labels, filled } = this.shown;
    return labels.length === 0 && filled.size === 0;
  }

  public get link(): GraphLink {
    if (!this.ownLink) {
      const { labels, filled, columns } = this.shown;
      const all = linkLabels(labels, filled, this.rules.instances);
      this.ownLink = graphLink(all, widerThan(this.shown, all), tagsOfColumns(columns), this.rules);
    }
    return this.ownLink;
  }

  /**
   * The link of a graph whose title has label filters. They decide what the link opens, unless they contradict the
   * queries. Undefined if the title has none. Most graphs of a dashboard have the same filters, so their link is made
   * once.
   *
   * @throws QueryError if there are too many alternatives
   */
  public linkOfTitled(title: string): GraphLink | undefined {
    const brackets = hasToken(title) ? title : title.slice(firstBracket(title));
    if (brackets === '') return undefined;
    if (!this.byBrackets.has(brackets)) {
      const labels = RookoutLabel.inTitle(brackets).filter(({ key }) => this.rules.tagsOf.has(key));
      this.byBrackets.set(brackets, labels.length === 0 ? undefined : this.linkOfLabels(labels));
    }
    return this.byBrackets.get(brackets);
  }

  /** There is no link if the value of a label is not known yet. */
  private linkOfLabels(titled: readonly RookoutLabel[]): GraphLink {
    const { rules } = this;
    const later = rules.expressions && titled.find((label) => holdsExpression(String(label)));
    if (later) return noLink(`its title has the filter [${later}], which Terraform fills in`);
    const { disagreement, labels, shown, tags } = this.named(titled);
    if (disagreement !== undefined) return noLink(`its title names ${disagreement}`, disagreement);
    return graphLink(labels, widerThan(shown, labels), tags, rules);
  }

  /**
   * What the graph shows of the instances that its title names. Many graphs name the same.
   *
   * @throws QueryError if there are too many alternatives
   */
  public named(titled: readonly RookoutLabel[]): NamedGraph {
    const key = titled.join('\n');
    let named = this.byLabels.get(key);
    if (!named) {
      const { tagsOf, instances } = this.rules;
      const { queries, variables, split } = this;
      const wrong = contradicted(titled, queries, tagsOf, instances, variables);
      named = {
        ...titledGraph(titled, queries, tagsOf, instances, variables, split),
        ...(wrong.length > 0 && { disagreement: this.disagreement(wrong) }),
      };
      this.byLabels.set(key, named);
    }
    return named;
  }

  private disagreement(wrong: readonly RookoutLabel[]): string {
    const keys = new Set(wrong.map(({ key }) => key));
    const shown = this.shown.labels.filter(({ key }) => keys.has(key));
    return `${wrong.join(', ')}, but its queries ${shown.length > 0 ? `show ${shown.join(', ')}` : 'leave that out'}`;
  }

  /** Why the title can't name the instances. Undefined if it can. */
  public get unnamed(): string | undefined {
    const { labels } = this.shown;
    const wider = this.rules.exact && labels.length > 0 ? widerThan(this.shown, labels) : [];
    if (wider.length > 0) return `its title would name more than it shows: ${wider.join(', ')}`;
    return whyUnnamed(this.shown, this.rules.titleValues);
  }

  /** The title with a label filter for each of the instances. */
  public titled(title: string): string {
    const { sessionLink, tokens } = this.rules;
    this.instances ??= new Instances(this.shown.labels, sessionLink, tokens);
    return this.instances.titled(title);
  }
}

function whyUnnamed({ labels, filled }: ShownInstances, titleValues: number): string | undefined {
  if (labels.length === 0) {
    const followed = new Set([...filled.values()].map(({ by }) => FOLLOWED[by]));
    return `instances follow ${[...followed].join(' and ')}`;
  }
  const counts = new Map<string, number>();
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts) {
    if (count > titleValues)
      return `a title may have ${titleValues} values of a key, and it would have ${count} of ${key}`;
  }
  return undefined;
}

/** The position of the first bracket, else of the end of the text. */
function firstBracket(text: string): number {
  const position = text.indexOf('[');
  return position < 0 ? text.length : position;
}
