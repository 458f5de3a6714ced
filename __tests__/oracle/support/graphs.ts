import fc from 'fast-check';
import { Event, Question } from './oracle';
import { LABEL_OF, TAGS } from './universe';

/** The template variables, and the tag that each narrows down. */
export const VARIABLES: Readonly<Record<string, string>> = { svc: 'service', e: 'env' };

/** What people have chosen for the template variables; `*` is everything. */
export type Chosen = Readonly<Record<string, string>>;

/** A query of logs: its search with variables, its groups, and whether a formula draws it. */
export interface Query {
  readonly search: string;
  readonly groups: readonly string[];
  readonly drawn: boolean;
}

export interface Graph {
  readonly queries: readonly Query[];
  readonly chosen: Chosen;
}

/** A condition by a template variable. */
export const variable = fc.constantFrom(
  ...Object.entries(VARIABLES).flatMap(([name, tag]) => [`$${name}`, `${tag}:$${name}.value`]),
);

const chosen: fc.Arbitrary<Chosen> = fc.record(
  Object.fromEntries(
    Object.entries(VARIABLES).map(([name, tag]) => [name, fc.constantFrom('*', ...TAGS[tag])]),
  ),
);

/** Graphs with one or several of these searches. */
export function graphs(search: fc.Arbitrary<string>): fc.Arbitrary<Graph> {
  const query: fc.Arbitrary<Query> = fc.record({
    search,
    groups: fc.oneof(fc.constant([]), fc.subarray([...Object.keys(TAGS), 'zone'])),
    drawn: fc.constantFrom(true, true, true, false),
  });
  return fc.record({
    queries: fc.oneof(
      { withCrossShrink: true },
      { weight: 3, arbitrary: query.map((one) => [{ ...one, drawn: true }]) },
      { weight: 2, arbitrary: fc.array(query, { minLength: 2, maxLength: 3 }) },
    ),
    chosen,
  });
}

export function drawnQueries({ queries }: Graph): Query[] {
  return queries.filter(({ drawn }) => drawn);
}

/** What Datadog looks for among the events, for each query that is drawn. */
export function questionsOf(graph: Graph, events: readonly Event[]): Question[] {
  return drawnQueries(graph).map(({ search }) => ({ search: filled(search, graph.chosen), events }));
}

/** The search with what has been chosen. */
function filled(search: string, given: Chosen): string {
  return search.replace(/\$(\w+)(\.value)?/g, (_, name: string, suffix?: string) => {
    const value = given[name];
    return suffix || value === '*' ? value : `${VARIABLES[name]}:${value}`;
  });
}

/** Whether the query has a condition on an instance, or a line for each: others do not count for labels. */
export function namesInstances({ search, groups }: Query): boolean {
  return /service|kube_deployment|env|\$/i.test(search) || groups.some((tag) => tag in LABEL_OF);
}

/** The dashboard with the graph, in Datadog's JSON. */
export function dashboardOf({ queries }: Graph): any {
  const definition = {
    type: 'timeseries',
    title: 'Graph',
    requests: [
      {
        response_format: 'timeseries',
        queries: queries.map(({ search, groups }, index) => ({
          data_source: 'logs',
          name: `query${index + 1}`,
          search: { query: search },
          compute: { aggregation: 'count' },
          group_by: groups.map((facet) => ({
            facet,
            limit: 10,
            sort: { aggregation: 'count', order: 'desc' },
          })),
        })),
        formulas: [
          { formula: '100' },
          ...queries.flatMap(({ drawn }, index) => (drawn ? { formula: `query${index + 1}` } : [])),
        ],
      },
    ],
  };
  const template_variables = Object.entries(VARIABLES).map(([name, prefix]) => ({ name, prefix }));
  return { template_variables, widgets: [{ definition }] };
}
