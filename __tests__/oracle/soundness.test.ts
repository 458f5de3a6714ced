import fc from 'fast-check';
import { EDGES } from './support/edges';
import { expectNoProblem } from './support/examples';
import { faultOfLink, faultOfTitle } from './support/faults';
import { graphs, variable } from './support/graphs';
import { Claim, judge } from './support/judge';
import { describeWithOracle } from './support/oracle';
import { plain, searches } from './support/searches';
import { labelsOf, RULES } from './support/tagged';
import { INSTANCES, SINGLE_VALUED } from './support/universe';

const titles: Claim = { labels: (graph) => labelsOf(graph, RULES).title, fault: faultOfTitle };
const links: Claim = { labels: (graph) => labelsOf(graph, RULES).link, fault: faultOfLink };

describeWithOracle('labels, by what Datadog shows of logs', () => {
  const condition = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: variable });
  describe.each([
    ['at most one value of each tag', SINGLE_VALUED],
    ['several values of a tag', INSTANCES],
  ])('with %s', (_, instances) => {
    it.each([
      ['titles', titles],
      ['links', links],
    ])('are certain in %s', (_, claim) => {
      expectNoProblem(graphs(searches(condition)), judge(claim, instances));
    });
  });

  describe.each([
    ['titles', titles],
    ['links', links],
  ])('are certain in %s, if a search has', (_, claim) => {
    it.each(EDGES)('%s', (_, search) => {
      expectNoProblem(graphs(search), judge(claim, SINGLE_VALUED), 1 / 4);
    });
  });
});
