import { RookoutLabel } from './label';
import { filterOf, LabelTokens } from './label-tokens';
import { LinkLabel, sessionLink } from './session-link';
import { withLabels } from './title';

/** The instances that labels select, with the titles and links for them. */
export class Instances {
  private readonly brackets: string;
  private last: { readonly labels: readonly LinkLabel[]; readonly link: string } | undefined;

  /**
   * @param labels the label filters, in the order of the title
   * @param template the link template
   * @param tokens the texts of CDKTF tokens
   */
  public constructor(
    public readonly labels: readonly RookoutLabel[],
    private readonly template: string,
    private readonly tokens: LabelTokens,
  ) {
    this.brackets = withLabels('', labels, tokens);
  }

  /** The text with each of the labels in brackets, except those that it has already. */
  public titled(text: string): string {
    if (text.includes('[')) return withLabels(text, this.labels, this.tokens);
    if (text === '' || this.brackets === '') return text + this.brackets;
    // Not a template literal: V8 would keep its parts as long as the title, which is dear for many graphs.
    return [text, this.brackets].join(' ');
  }

  /** The label filters, joined by commas. */
  public get filters(): string {
    return this.labels.map((label) => filterOf(label, this.tokens)).join(',');
  }

  /**
   * The link that opens Rookout with other labels. Many graphs in a row have the same list.
   *
   * @param searchOf the labels as a search of Datadog, percent-encoded
   * @throws BadInput if the template needs a label that is missing
   */
  public linkTo(labels: readonly LinkLabel[], searchOf: (labels: readonly LinkLabel[]) => string): string {
    if (this.last?.labels !== labels) {
      this.last = { labels, link: sessionLink(this.template, labels, this.tokens.inLink, searchOf) };
    }
    return this.last.link;
  }
}
