import { RookoutLabel } from './label';
import { linkOfTitle, sessionLink } from './session-link';
import { withLabels } from './title';

/** The instances that labels select: how titles name them, and the link that opens Rookout with them. */
export class Instances {
  private readonly brackets: string;
  private ownLink: string | undefined;

  /**
   * @param labels the label filters, as they stand in a title
   * @param template the link template
   * @param encodeToken makes of a CDKTF token one that Terraform percent-encodes
   */
  public constructor(
    public readonly labels: readonly RookoutLabel[],
    private readonly template: string,
    private readonly encodeToken: (marker: string) => string,
  ) {
    this.brackets = withLabels('', labels);
  }

  /** The text with a bracket group for each of the labels that it does not carry yet. */
  public titled(text: string): string {
    if (text.includes('[')) return withLabels(text, this.labels);
    return text === '' || this.brackets === '' ? text + this.brackets : `${text} ${this.brackets}`;
  }

  /** The link for a title that {@link titled} has made of the text: it opens what the title names. */
  public linkOf(text: string, title: string): string {
    if (text.includes('[')) return linkOfTitle(this.template, title, this.encodeToken);
    this.ownLink ??= sessionLink(this.template, this.labels, this.encodeToken);
    return this.ownLink;
  }
}
