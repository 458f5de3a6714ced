import fc from 'fast-check';
import { expectNoProblem } from './support/examples';
import { excessOfLink, excessOfTitle } from './support/faults';
import { Graph, graphs, variable } from './support/graphs';
import { Claim, judge } from './support/judge';
import { describeWithOracle } from './support/oracle';
import { plain, searches } from './support/searches';
import { EXACT_RULES, labelsOf } from './support/tagged';
import { Instance, SINGLE_VALUED } from './support/universe';

const NAME = 'labels with the setting "exact", by what Datadog shows of logs';

/** What a claim says of labels, if nothing is there but these instances. */
type ClaimOf = (all: readonly Instance[]) => Claim;

const titles: ClaimOf = (all) => ({
  labels: (graph) => labelsOf(graph, EXACT_RULES).title,
  fault: (_, labels, shown) => excessOfTitle(labels, shown, all),
});
const links: ClaimOf = (all) => ({
  labels: (graph) => labelsOf(graph, EXACT_RULES).link,
  fault: (graph, labels, shown) => (asksForTag(graph) ? undefined : excessOfLink(graph, labels, shown, all)),
});

/**
 * Whether a search as `env:$e.value` has the value `*`: it then finds only what has the tag at all. How Rookout reads
 * `env:*` is not known.
 */
function asksForTag({ queries, chosen }: Graph): boolean {
  return Object.entries(chosen).some(
    ([name, value]) => value === '*' && queries.some(({ search }) => search.includes(`:$${name}`)),
  );
}

// An instance has one value of each label, unlike an event of its tags.
describeWithOracle(NAME, () => {
  const withVariables = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: variable });
  describe.each([
    ['values alone', plain],
    ['template variables', withVariables],
  ])('with %s', (_, condition) => {
    it.each([
      ['titles', titles],
      ['links', links],
    ])('select in %s only what the graph shows', (_, claim) => {
      expectNoProblem(graphs(searches(condition)), judge(claim(SINGLE_VALUED), SINGLE_VALUED));
    });
  });
});
