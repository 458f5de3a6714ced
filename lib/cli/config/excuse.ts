import { RULES } from '../../datadog/tagging/findings/findings';
import { Place } from '../../json/place';
import { ConfiguredValue, Readers } from './value';

/** The findings that are excused. All given conditions must be true. In patterns, `*` matches any text. */
export interface ExcusedFindings {
  /** The id of a rule. */
  readonly rule?: string;
  /** A pattern of files, relative to the directory of the configuration file. */
  readonly file?: string;
  /** A pattern of the titles of dashboards. */
  readonly dashboard?: string;
  /** A pattern of positions in a dashboard, such as `widgets[2].*`. */
  readonly widget?: string;
  /** A pattern of the titles of widgets. */
  readonly title?: string;
}

/** Findings that are excused, and why. */
export interface Excuse extends ExcusedFindings {
  readonly reason: string;
  /** Its name and place in the configuration file. */
  readonly name: string;
  readonly place: Place;
}

const EXCUSED_FINDINGS: Readers<ExcusedFindings> = {
  rule: (value) => value.oneOf(RULES.map(({ id }) => id)),
  file: (value) => value.text(),
  dashboard: (value) => value.text(),
  widget: (value) => value.text(),
  title: (value) => value.text(),
};

/** The reader of each key of an excuse. */
export const EXCUSE: Readers<ExcusedFindings & Pick<Excuse, 'reason'>> = {
  ...EXCUSED_FINDINGS,
  reason: (value) => value.text(),
};

/** Reads one item of `excuses`. */
export function readExcuse(value: ConfiguredValue): Excuse {
  const { reason, ...findings } = value.object(EXCUSE);
  if (reason === undefined) throw value.refused('has no reason', 'Add a "reason"');
  if (Object.keys(findings).length === 0) {
    throw value.refused(
      'does not say which findings it excuses',
      `Add one of: ${Object.keys(EXCUSED_FINDINGS).join(', ')}`,
    );
  }
  return { ...findings, reason, name: value.name, place: value.place };
}
