/** What became of a widget. */
export type Outcome =
  /** Title and link have been given to it. */
  | 'tagged'
  /** Its instances follow a template variable: the link has been given to it, and no title. */
  | 'linked'
  /** Its title carried a label filter; the link has been brought into line if it was not. */
  | 'already tagged'
  /** Its queries name no instances. */
  | 'nothing to infer'
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
  /** Whether anything has been changed. */
  readonly changed: boolean;
}
