import { JsonObject } from '../../../json/value';
import { WidgetReport } from '../report';

/** How much a finding matters. */
export type Level = 'warning' | 'error';

/** A rule that graphs are checked by. */
export interface Rule {
  readonly id: string;
  /** The level that it has unless users say otherwise. */
  readonly level: Level;
  /** Whether tagging mends what it finds. */
  readonly fixable: boolean;
  /** What a finding says, in one sentence. */
  readonly summary: string;
  /** What to do about it. */
  readonly help: string;
  /** What is wrong with a graph, one sentence each. */
  check(graph: CheckedGraph): readonly string[];
}

/** A graph, and what tagging makes of it. */
export interface CheckedGraph {
  readonly report: WidgetReport;
  /** Its definition as it is. */
  readonly definition: JsonObject;
  /** What its link is called. */
  readonly linkLabel: string;
}

/** A title as messages name it. */
export function quotedTitle(title: string): string {
  return title === '' ? 'a graph without title' : `"${title}"`;
}
