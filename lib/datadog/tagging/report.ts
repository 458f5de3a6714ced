import { OtherLink } from './graph-link';

/** The result for a widget. */
export type Outcome =
  /** It got a label filter in its title, and the link. If it got no link, the reason says why. */
  | 'tagged'
  /** It got only the link: the reason says why. */
  | 'linked'
  /** Its title already had a label filter. The link was changed to agree with it, if it did not. */
  | 'already tagged'
  /** Its queries name no instances, or none for certain: the reason says which. */
  | 'nothing to infer'
  /** Its queries name instances, but it gets neither title nor link: the reason says why. */
  | 'not linked'
  /** A pattern excludes it. */
  | 'excluded'
  /** One of its queries, or its context links, could not be read. */
  | 'not understood';

/** The result for one widget of a dashboard. */
export interface WidgetReport {
  /** Where it is, for example `widgets[2].definition.widgets[0]`. */
  readonly path: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly before: string;
  readonly after: string;
  /** The reason, if the outcome does not say it. */
  readonly reason?: string;
  /** The URL that its link opens. Undefined if it gets no link. */
  readonly link?: string;
  /** Whether that URL depends on the clicked line. */
  readonly byLine: boolean;
  /** What the queries demand and the link does not say, such as `not host:web-1`. The link opens more than that. */
  readonly wider?: string;
  /** How the title contradicts the queries. */
  readonly disagreement?: string;
  /** How one of its queries breaks Datadog's syntax. */
  readonly mistake?: string;
  /** Its further links. */
  readonly others?: readonly OtherLink[];
  /** Whether anything has been changed. */
  readonly changed: boolean;
}

const REASONS: Readonly<Record<Outcome, string>> = {
  tagged: '',
  linked: '',
  'already tagged': '',
  'nothing to infer': 'queries name no instances',
  'not linked': '',
  excluded: 'a pattern excludes its title',
  'not understood': '',
};

/** Why a widget became what it did; empty where the outcome says it. */
export function reasonOf({ outcome, reason }: WidgetReport): string {
  return reason ?? REASONS[outcome];
}

/** Why a widget became what it did, and what its link does not say. */
export function remarkOf(report: WidgetReport, reason = reasonOf(report)): string {
  const wider = report.wider === undefined ? '' : `wider: ${report.wider}`;
  const unlinked = (report.others ?? []).flatMap(({ label, problem }) =>
    problem === undefined ? [] : `no link "${label}": ${problem}`,
  );
  return [reason, wider, ...unlinked].filter((text) => text !== '').join('; ');
}

/** The result for a widget that can't be read or changed for certain. */
export function leftAlone({ path, type, before }: WidgetReport, reason: string): WidgetReport {
  return {
    path,
    type,
    outcome: 'not understood',
    before,
    after: before,
    reason,
    byLine: false,
    changed: false,
  };
}
