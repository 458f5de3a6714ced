import { drawnQueries, Graph, namesInstances } from './graphs';
import { isByLine, linesOf, opened, Shown } from './lines';
import { choices, isSelected, nameOf, selectionOf } from './selection';
import { Instance, TAGS } from './universe';

/** Labels that say something else than the graph shows. */
export interface Fault {
  readonly labels: readonly string[];
  readonly problem: string;
}

/** Where a title with these labels is wrong. */
export function faultOfTitle(graph: Graph, labels: readonly string[], shown: Shown): Fault | undefined {
  return lacking(labels, counting(graph, shown).flat()) ?? unshown(labels, shown.flat());
}

/** Where a link with these filters is wrong, whichever line is clicked. */
export function faultOfLink(graph: Graph, link: readonly string[], shown: Shown): Fault | undefined {
  const fixed = link.filter((filter) => !isByLine(filter));
  const fault = lacking(opened(fixed, graph.chosen, new Map()), counting(graph, shown).flat());
  if (fault) return fault;
  const all = shown.flat();
  for (const [line, instances] of linesOf(graph, shown)) {
    const labels = opened(link, graph.chosen, line);
    const fault = lacking(labels, instances) ?? unshown(labels, all);
    if (fault) return fault;
  }
  return undefined;
}

/** Where a title with these labels selects more than the graph shows. */
export function excessOfTitle(
  labels: readonly string[],
  shown: Shown,
  all: readonly Instance[],
): Fault | undefined {
  return hidden(labels, shown.flat(), all);
}

/** Where a link with these filters selects more than the graph shows. */
export function excessOfLink(
  graph: Graph,
  link: readonly string[],
  shown: Shown,
  all: readonly Instance[],
): Fault | undefined {
  for (const [line] of linesOf(graph, shown)) {
    const fault = hidden(opened(link, graph.chosen, line), shown.flat(), all);
    if (fault) return fault;
  }
  return undefined;
}

/** What the queries with instances show. */
function counting(graph: Graph, shown: Shown): Shown {
  const queries = drawnQueries(graph);
  return shown.filter((_, index) => namesInstances(queries[index]));
}

/** An instance that is shown, though it has none of the values of a label's key. */
function lacking(labels: readonly string[], shown: readonly Instance[]): Fault | undefined {
  const selection = selectionOf(labels);
  const instance = shown.find((one) => !isSelected(one, selection));
  return instance && { labels, problem: `the graph shows something else as well: ${textOf(instance)}` };
}

/** Values of labels that nothing has of all that is shown. No instance has a value that is not in the universe. */
function unshown(labels: readonly string[], shown: readonly Instance[]): Fault | undefined {
  const known = Array.from(selectionOf(labels), ([tag, values]): [string, string[]] => [
    tag,
    values.filter((value) => TAGS[tag].includes(value)),
  ]);
  const choice = choices(known).find(
    (one) => !shown.some(({ values }) => [...one].every(([tag, value]) => values[tag].includes(value))),
  );
  return choice && { labels, problem: `the graph shows nothing with ${nameOf(choice)}` };
}

/** An instance that the labels select, though the graph does not show it. */
function hidden(
  labels: readonly string[],
  shown: readonly Instance[],
  all: readonly Instance[],
): Fault | undefined {
  if (labels.length === 0) return undefined;
  const selection = selectionOf(labels);
  const visible = new Set(shown);
  const instance = all.find((one) => isSelected(one, selection) && !visible.has(one));
  return instance && { labels, problem: `they select what the graph does not show: ${textOf(instance)}` };
}

const textOf = ({ event }: Instance) => JSON.stringify(event);
