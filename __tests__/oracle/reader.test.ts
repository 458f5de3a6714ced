import { Filter, QueryError } from '../../lib/datadog/query/filter';
import { parseSearch } from '../../lib/datadog/query/search';
import { EDGES } from './support/edges';
import { expectNoProblem, Verdict } from './support/examples';
import { meaningOf } from './support/meaning';
import { describeWithOracle, matches } from './support/oracle';
import { plain, searches } from './support/searches';
import { INSTANCES } from './support/universe';

const EVENTS = INSTANCES.map(({ event }) => event);

function unlessRefused(search: string): Filter | undefined {
  try {
    return parseSearch(search);
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

/** Judges searches that both can read, by the events of which the filter says whether it lets them through. */
function verdictsOn(examples: readonly string[]): Verdict[] {
  const answers = matches(examples.map((search) => ({ search, events: EVENTS })));
  return answers.map((answer, index) => {
    const filter = unlessRefused(examples[index]);
    if (filter === undefined || 'error' in answer) return undefined;
    const read = EVENTS.map(meaningOf(filter));
    if (read.every((one) => one === undefined)) return undefined;
    const wrong = read.findIndex((one, event) => one !== undefined && one !== answer.matches[event]);
    if (wrong < 0) return {};
    const [found, has] = [JSON.stringify(EVENTS[wrong]), read[wrong] ? 'does not match' : 'matches'];
    return { problem: `read as ${JSON.stringify(filter)}, but in Datadog it ${has} ${found}` };
  });
}

describeWithOracle('a search as it is read, by what Datadog finds', () => {
  it('means the same', () => expectNoProblem(searches(plain), verdictsOn, 1 / 2));

  it.each(EDGES)('means the same, or is not understood, with %s', (_, search) => {
    expectNoProblem(search, verdictsOn, 1 / 10);
  });
});
