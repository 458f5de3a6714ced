import { Instances } from '../../rookout/instances';
import { RookoutLabel } from '../../rookout/label';
import { hasToken } from '../../terraform/tokens';
import { holdsExpression } from '../query/later-value';
import { GraphLink, graphLink } from './graph-link';
import { FilledLabels, ShownInstances } from './shown-instances';
import { TaggingRules } from './settings';

const FOLLOWED: Readonly<Record<FilledLabels['by'], string>> = {
  variable: 'a template variable',
  line: 'the line that is clicked',
};

/** The instances that graphs show, for their titles and links. */
export class ShownGraph {
  private instances: Instances | undefined;
  private ownLink: GraphLink | undefined;
  private readonly byBrackets = new Map<string, GraphLink | undefined>();

  public constructor(
    public readonly shown: ShownInstances,
    private readonly rules: TaggingRules,
  ) {}

  /** Whether the queries name no instances. */
  public get isEmpty(): boolean {
    const { labels, filled } = this.shown;
    return labels.length === 0 && filled.size === 0;
  }

  /** Why there are no instances, if the queries have conditions on some. */
  public get doubt(): string | undefined {
    return this.shown.isDoubtful ? 'it is not certain which instances the queries show' : undefined;
  }

  public get link(): GraphLink {
    this.ownLink ??= graphLink(this.shown.labels, this.shown.filled, this.rules);
    return this.ownLink;
  }

  /**
   * The link of a graph whose title has label filters. They decide what the link opens. Undefined if the
   * title has none. Most graphs of a dashboard have the same filters, so their link is made once.
   */
  public linkOfTitled(title: string): GraphLink | undefined {
    const brackets = hasToken(title) ? title : title.slice(firstBracket(title));
    if (brackets === '') return undefined;
    if (!this.byBrackets.has(brackets)) {
      const labels = RookoutLabel.inTitle(brackets);
      this.byBrackets.set(brackets, labels.length === 0 ? undefined : this.linkOfLabels(labels));
    }
    return this.byBrackets.get(brackets);
  }

  /** There is no link if the value of a label is not known yet. */
  private linkOfLabels(labels: readonly RookoutLabel[]): GraphLink {
    const later = this.rules.expressions && labels.find((label) => holdsExpression(String(label)));
    if (later) {
      return { problem: `its title has the filter [${later}], which Terraform fills in`, byLine: false };
    }
    return graphLink(labels, this.shown.filled, this.rules);
  }

  /** Why the title can't name the instances. Undefined if it can. */
  public get unnamed(): string | undefined {
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
  for (const { key } of labels) {
    const count = labels.filter((label) => label.key === key).length;
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
