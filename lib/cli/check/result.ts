import { WidgetFinding } from '../../datadog/tagging/findings/findings';
import { Level } from '../../datadog/tagging/findings/rule';
import { Place } from '../../json/place';
import { FileError } from '../files/errors';

/** A graph that breaks a rule, and where it is. */
export interface Finding extends Pick<WidgetFinding, 'rule' | 'message' | 'fix'> {
  readonly level: Level;
  readonly path: string;
  readonly start: Place;
  readonly end?: Place;
  /** The dashboard's title. */
  readonly dashboard?: string;
  /** The Terraform resource of the dashboard. */
  readonly resource?: string;
  /** The position of the widget in the dashboard. */
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

/** The result of a check. */
export interface CheckResult {
  /** The number of dashboards that were checked. */
  readonly dashboards: number;
  /** The findings, without those that were fixed. */
  readonly findings: readonly Finding[];
  /** The findings that were fixed. Undefined if the check was not asked to fix any. */
  readonly fixed?: readonly Finding[];
  /** How many findings are excused. */
  readonly excused: number;
  readonly notes: readonly Note[];
  readonly failures: readonly FileError[];
}
