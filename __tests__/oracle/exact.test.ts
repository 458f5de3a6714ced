import fc from 'fast-check';
import { expectNoProblem } from './support/examples';
import { excessOfLink, excessOfTitle } from './support/faults';
import { graphs, variable } from './support/graphs';
import { Claim, judge } from './support/judge';
import { describeWithOracle } from './support/oracle';
import { plain, searches } from './support/searches';
import { EXACT_RULES, labelsOf } from './support/tagged';
import { INSTANCES, SINGLE_VALUED } from './support/universe';

const describeExact = EXACT_RULES ? describeWithOracle : describe.skip;

describeExact('labels with the setting "exact", by what Datadog shows of logs', () => {
  const condition = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: variable });
  const titles = (all: typeof INSTANCES): Claim => ({
    labels: (graph) => labelsOf(graph, EXACT_RULES!).title,
    fault: (_, labels, shown) => excessOfTitle(labels, shown, all),
  });
  const links = (all: typeof INSTANCES): Claim => ({
    labels: (graph) => labelsOf(graph, EXACT_RULES!).link,
    fault: (graph, labels, shown) => excessOfLink(graph, labels, shown, all),
  });

  describe.each([
    ['at most one value of each tag', SINGLE_VALUED],
    ['several values of a tag', INSTANCES],
  ])('with %s', (_, instances) => {
    it.each([
      ['titles', titles],
      ['links', links],
    ])('select in %s only what the graph shows', (_, claim) => {
      expectNoProblem(graphs(searches(condition)), judge(claim(instances), instances));
    });
  });
});
