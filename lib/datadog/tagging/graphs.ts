import { JsonObject } from '../../json/value';
import { DrawnQuery } from '../query/drawn-query';
import { drawnQueries } from '../query/requests';
import { TaggingRules } from './settings';
import { ShownGraph } from './shown-graph';
import { Variables } from './variables';

const byRules = new WeakMap<TaggingRules, WeakMap<Variables, Graphs>>();

/** The graphs of dashboards with these rules and variables. */
export function graphsOf(rules: TaggingRules, variables: Variables): Graphs {
  let byVariables = byRules.get(rules);
  if (!byVariables) byRules.set(rules, (byVariables = new WeakMap()));
  let graphs = byVariables.get(variables);
  if (!graphs) byVariables.set(variables, (graphs = new Graphs(rules, variables)));
  return graphs;
}

/** Reads what the graphs of one dashboard show. Each scope is read once, since many graphs share one. */
export class Graphs {
  /** The result for graphs with unreadable queries. */
  public readonly ofNothing: ShownGraph;
  private readonly byQuery = new Map<DrawnQuery, ShownGraph>();

  public constructor(
    public readonly rules: TaggingRules,
    private readonly variables: Variables,
    private readonly split?: ReadonlySet<string>,
  ) {
    this.ofNothing = this.read([]);
  }

  /** The graphs of a split widget: each of them shows one value of these tags. */
  public splitBy(tags: readonly string[]): Graphs {
    return new Graphs(this.rules, this.variables, new Set(tags));
  }

  /** @throws QueryError if a query can't be read */
  public of(definition: JsonObject): ShownGraph {
    const queries = drawnQueries(definition);
    const [query] = queries;
    if (queries.some((other) => other !== query)) return this.read([...new Set(queries)]);
    if (query === undefined) return this.read([]);
    let graph = this.byQuery.get(query);
    if (!graph) {
      graph = this.read([query]);
      this.byQuery.set(query, graph);
    }
    return graph;
  }

  private read(queries: readonly DrawnQuery[]): ShownGraph {
    return new ShownGraph(queries, this.rules, this.variables, this.split);
  }
}
