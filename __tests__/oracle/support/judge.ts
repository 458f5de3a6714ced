import { Verdict } from './examples';
import { Fault } from './faults';
import { Graph, questionsOf } from './graphs';
import { Shown } from './lines';
import { Answer, matches } from './oracle';
import { Instance } from './universe';

/** What a property says of graphs. */
export interface Claim {
  /** The labels of a graph, in its title or its link. */
  labels(graph: Graph): readonly string[];
  /** Where they are wrong, if they are. */
  fault(graph: Graph, labels: readonly string[], shown: Shown): Fault | undefined;
}

/**
 * Judges graphs by what they show of these instances. A graph counts if it has labels, and each of its queries shows
 * something.
 */
export function judge(claim: Claim, instances: readonly Instance[]): (graphs: readonly Graph[]) => Verdict[] {
  const events = instances.map(({ event }) => event);
  return (graphs) => {
    const asked = graphs.map((graph) => {
      const labels = claim.labels(graph);
      return { graph, labels, questions: labels.length > 0 ? questionsOf(graph, events) : [] };
    });
    const answers = matches(asked.flatMap(({ questions }) => questions)).values();
    return asked.map(({ graph, labels, questions }) => {
      const shown = questions.map(() => shownBy(answers.next().value!));
      if (shown.length === 0 || shown.some(({ length }) => length === 0)) return undefined;
      const fault = claim.fault(graph, labels, shown);
      return fault ? { problem: `[${fault.labels.join('] [')}], but ${fault.problem}` } : {};
    });
  };

  /** A search that can't be read shows nothing. */
  function shownBy(answer: Answer): Instance[] {
    return 'error' in answer ? [] : instances.filter((_, index) => answer.matches[index]);
  }
}
