import { JsonObject } from '../../../json/value';
import { Bracket } from '../../../rookout/label';
import { RunningInstances } from '../../../rookout/running-instances';
import { GraphLabels } from '../../labels/graph-labels';
import { WidgetReport } from '../report';

/** How important a finding is. */
export type Level = 'warning' | 'error';

/** What users know of a rule. */
export interface RuleText {
  readonly id: string;
  /** The default level. */
  readonly level: Level;
  /** What a finding says, in one sentence. */
  readonly summary: string;
  /** What to do about it. */
  readonly help: string;
  /** Whether it needs to know what runs. */
  readonly needsInstances?: boolean;
}

/** A rule that graphs are checked by. */
export interface Rule extends RuleText {
  /** Whether tagging fixes what it finds. */
  readonly fixable: boolean;
  /** What is wrong with a graph, one sentence each. */
  check(graph: CheckedGraph): readonly string[];
}

/** A graph, and the result of tagging it. */
export interface CheckedGraph {
  readonly report: WidgetReport;
  /** The text in brackets of its title that is a label filter, or looks like one. */
  readonly brackets: readonly Bracket[];
  /** Its definition as it is. */
  readonly definition: JsonObject;
  /** The label of its context link. */
  readonly linkLabel: string;
  /** The labels of its further links. */
  readonly otherLabels: readonly string[];
  /** Its label filters, and what runs. Undefined if that is not known. */
  readonly running?: { readonly labels: GraphLabels; readonly instances: RunningInstances };
}

/** A title as messages show it. */
export function quotedTitle(title: string): string {
  return title === '' ? 'a graph without title' : `"${title}"`;
}
