import { WidgetFinding } from '../../datadog/tagging/findings/findings';
import { Level } from '../../datadog/tagging/findings/rule';
import { Place } from '../../json/place';
import { FileError } from '../files/errors';

/** A graph that breaks a rule, and where it stands. */
export interface Finding extends Pick<WidgetFinding, 'rule' | 'message' | 'fix'> {
  readonly level: Level;
  readonly path: string;
  readonly start: Place;
  readonly end?: Place;
  /** The dashboard's title. */
  readonly dashboard?: string;
  /** The Terraform resource that the dashboard is of. */
  readonly resource?: string;
  /** Where the widget stands in the dashboard. */
  readonly widget: string;
  /** The widget's title; empty where it has none. */
  readonly title: string;
}

/** Something that has not been checked or is not as expected, and why. */
export interface Note {
  readonly path: string;
  readonly place?: Place;
  readonly message: string;
}

/** All that a check has to say. */
export interface CheckResult {
  /** How many have been checked. */
  readonly dashboards: number;
  /** What is left where some have been fixed. */
  readonly findings: readonly Finding[];
  /** Those that have been fixed, as they were; undefined where nothing was to be fixed. */
  readonly fixed?: readonly Finding[];
  /** How many findings are excused. */
  readonly excused: number;
  readonly notes: readonly Note[];
  readonly failures: readonly FileError[];
}
