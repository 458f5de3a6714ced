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

/** A graph that was read, and those that have one more query. It ends with its queries. */
class Known {
  public graph: ShownGraph | undefined;
  private readonly more = new WeakMap<DrawnQuery, Known>();

  public with(query: DrawnQuery): Known {
    let known = this.more.get(query);
    if (!known) {
      known = new Known();
      this.more.set(query, known);
    }
    return known;
  }
}

/** Reads what the graphs of dashboards show. The same queries are read once, since many graphs share them. */
export class Graphs {
  /** The result for graphs with unreadable queries. */
  public readonly ofNothing: ShownGraph;
  private readonly known = new Known();
  private readonly splits = new Map<string, Graphs>();

  public constructor(
    public readonly rules: TaggingRules,
    private readonly variables: Variables,
    private readonly split?: ReadonlySet<string>,
  ) {
    this.ofNothing = this.read([]);
  }

  /** The graphs of a split widget: each of them shows one value of these tags. */
  public splitBy(tags: readonly string[]): Graphs {
    const key = JSON.stringify(tags);
    let split = this.splits.get(key);
    if (!split) this.splits.set(key, (split = new Graphs(this.rules, this.variables, new Set(tags))));
    return split;
  }

  /** @throws QueryError if a query can't be read */
  public of(definition: JsonObject): ShownGraph {
    const queries = drawnQueries(definition);
    if (queries.length === 0) return this.ofNothing;
    const distinct = new Set(queries);
    let known = this.known;
    for (const query of distinct) known = known.with(query);
    known.graph ??= this.read([...distinct]);
    return known.graph;
  }

  private read(queries: readonly DrawnQuery[]): ShownGraph {
    return new ShownGraph(queries, this.rules, this.variables, this.split);
  }
}
