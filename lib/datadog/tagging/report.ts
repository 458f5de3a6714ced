/** What became of a widget. */
export type Outcome =
  /** Title and link have been given to it, or the title alone where the reason says so. */
  | 'tagged'
  /** The link has been given to it, and no title: the reason says why. */
  | 'linked'
  /** Its title carried a label filter; the link has been brought into line if it was not. */
  | 'already tagged'
  /** Its queries name no instances. */
  | 'nothing to infer'
  /** Its queries name instances, and it gets neither title nor link: the reason says why. */
  | 'not linked'
  /** A pattern excludes it. */
  | 'excluded'
  /** A query of it, or its context links, could not be read. */
  | 'not understood';

/** What became of one widget of a dashboard. */
export interface WidgetReport {
  /** Where it is, for example `widgets[2].definition.widgets[0]`. */
  readonly path: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly before: string;
  readonly after: string;
  /** Why, where the outcome does not say it. */
  readonly reason?: string;
  /** The address that its link opens; nothing where it gets none. */
  readonly link?: string;
  /** Whether that address is of the line that is clicked. */
  readonly byLine: boolean;
  /** Whether anything has been changed. */
  readonly changed: boolean;
}
