import { Chosen, drawnQueries, Graph, namesInstances, Query } from './graphs';
import { Choice, choices, nameOf } from './selection';
import { Instance } from './universe';

/** A value that Datadog fills in: that of a variable, or of the clicked line. */
const HOLE = /\{\{(\$?)(\w+)\.value\}\}/;

/** What each of the drawn queries shows. */
export type Shown = readonly (readonly Instance[])[];

/** Whether Datadog fills in the value of the clicked line. */
export function isByLine(filter: string): boolean {
  return HOLE.exec(filter)?.[1] === '';
}

/** The lines that can be clicked, each with what it shows. */
export function linesOf(graph: Graph, shown: Shown): [Choice, Instance[]][] {
  return drawnQueries(graph).flatMap((query, index) =>
    namesInstances(query) ? linesIn(query, shown[index]) : [],
  );
}

/** An instance with several values of a tag is in the line of each. */
function linesIn({ groups }: Query, instances: readonly Instance[]): [Choice, Instance[]][] {
  const lines = new Map<string, [Choice, Instance[]]>();
  for (const instance of instances) {
    for (const line of choices(groups.map((tag) => [tag, instance.values[tag]]))) {
      const name = nameOf(line);
      if (!lines.has(name)) lines.set(name, [line, []]);
      lines.get(name)![1].push(instance);
    }
  }
  return [...lines.values()];
}

/** The filters as they are opened. A variable with everything selects everything. */
export function opened(link: readonly string[], chosen: Chosen, line: Choice): string[] {
  return link.flatMap((filter) => {
    const [hole, dollar, name] = HOLE.exec(filter) ?? [];
    if (hole === undefined) return filter;
    const value = dollar ? chosen[name] : line.get(name)!;
    return dollar && value === '*' ? [] : filter.replace(hole, value);
  });
}
