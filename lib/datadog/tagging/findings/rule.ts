import { JsonObject } from '../../../json/value';
import { WidgetReport } from '../report';

/** How important a finding is. */
export type Level = 'warning' | 'error';

/** A rule that graphs are checked by. */
export interface Rule {
  readonly id: string;
  /** The default level. */
  readonly level: Level;
  /** Whether tagging fixes what it finds. */
  readonly fixable: boolean;
  /** What a finding says, in one sentence. */
  readonly summary: string;
  /** What to do about it. */
  readonly help: string;
  /** What is wrong with a graph, one sentence each. */
  check(graph: CheckedGraph): readonly string[];
}

/** A graph, and the result of tagging it. */
export interface CheckedGraph {
  readonly report: WidgetReport;
  /** Its definition as it is. */
  readonly definition: JsonObject;
  /** The label of its context link. */
  readonly linkLabel: string;
}

/** A title as messages show it. */
export function quotedTitle(title: string): string {
  return title === '' ? 'a graph without title' : `"${title}"`;
}
