import { WidgetFinding } from '../../datadog/tagging/findings/findings';
import { Level, RuleText } from '../../datadog/tagging/findings/rule';
import { Place } from '../../json/place';
import { FileError } from '../files/errors';

/** A graph, or what runs, that breaks a rule, and where it is. */
export interface Finding extends Pick<WidgetFinding, 'message' | 'fix'> {
  readonly rule: RuleText;
  readonly level: Level;
  readonly path: string;
  readonly start: Place;
  readonly end?: Place;
  /** The dashboard's title. */
  readonly dashboard?: string;
  /** The Terraform resource of the dashboard. */
  readonly resource?: string;
  /** The path of the construct that declares the dashboard, where CDKTF has noted it. */
  readonly construct?: string;
  /** The position of the widget in the dashboard. */
  readonly widget?: string;
  /** The widget's title; empty where it has none. */
  readonly title?: string;
  /** What runs, for example `Deployment cart`, where the finding is about that and not about a graph. */
  readonly instance?: string;
}

/** A graph that breaks a rule. */
export interface GraphFinding extends Finding {
  readonly widget: string;
  readonly title: string;
}

/** The message, after what declares the dashboard: for reports that show nothing else of it. */
export function messageOf({ construct, resource, message }: Finding): string {
  const declared = construct ?? resource;
  return declared === undefined ? message : `${declared}: ${message}`;
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
