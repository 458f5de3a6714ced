import { Rule } from '../../datadog/tagging/findings/rule';
import { Place } from '../../json/place';
import { FileError } from '../files/errors';

/** Something to see to. */
export interface Finding {
  readonly rule: Rule;
  readonly path: string;
  readonly start: Place;
  readonly end?: Place;
  /** The dashboard's title. */
  readonly dashboard?: string;
  /** The Terraform resource that the dashboard is of. */
  readonly resource?: string;
  /** Where the widget stands in the dashboard. */
  readonly widget: string;
  readonly message: string;
}

/** Something that has not been checked, and why. */
export interface Note {
  readonly path: string;
  readonly message: string;
}

/** All that a check has to say. */
export interface CheckResult {
  /** How many have been checked. */
  readonly dashboards: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  readonly failures: readonly FileError[];
}
