import fc from 'fast-check';
import { graphLink } from '../../lib/datadog/tagging/graph-link';
import { taggingRules } from '../../lib/datadog/tagging/settings';
import { tagValue } from '../../lib/datadog/tags';
import { RookoutLabel } from '../../lib/rookout/label';
import { labelValue } from '../rookout/arbitraries';
import { expectNoProblem, Verdict } from './support/examples';
import { describeWithOracle, Event, foundBy, matches } from './support/oracle';

const RULES = taggingRules({ sessionLink: 'https://app.datadoghq.com/apm/traces?query={search}' });
const TAGS: ReadonlyMap<string, string> = new Map([
  ['k8s_deployment', 'kube_deployment'],
  ['$hostname', 'host'],
]);

/** The labels of a graph, and those of the instances that there are. */
interface Example {
  readonly labels: readonly RookoutLabel[];
  readonly instances: readonly (readonly RookoutLabel[])[];
}

const key = fc.constantFrom(
  'k8s_deployment',
  'service',
  '$hostname',
  'env',
  'team',
  'app.kubernetes.io/name',
);
const value = fc.oneof(
  { weight: 2, arbitrary: labelValue.filter((text) => tagValue('app.kubernetes.io/name', text) !== '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('cart', 'cart-1', 'Cart', 'or', 'NOT', '-x', 'a/b', '1.2.3', 'a b'),
  },
);
const label = fc.tuple(key, value).map(([own, text]) => RookoutLabel.of(own, text));

/** Instances have some of the labels, and some others. */
const examples: fc.Arbitrary<Example> = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 4 }), fc.array(label, { maxLength: 3 }))
  .chain(([labels, others]) =>
    fc.record({
      labels: fc.constant(labels),
      instances: fc.array(fc.shuffledSubarray([...labels, ...others]), { minLength: 1, maxLength: 4 }),
    }),
  );

const tagOf = ({ key: own }: RookoutLabel): string => TAGS.get(own) ?? own;
const storedIn = (one: RookoutLabel): string => tagValue(tagOf(one), one.value);

/** What Datadog keeps as an attribute, though searches name it like a tag. */
const RESERVED = ['host', 'service'];

/** An instance has one value of each key. */
function valuesOf(labels: readonly RookoutLabel[]): ReadonlyMap<string, string> {
  return new Map(labels.map((one) => [tagOf(one), storedIn(one)]));
}

function eventOf(values: ReadonlyMap<string, string>): Event {
  const attributes = [...values].filter(([tag]) => RESERVED.includes(tag));
  return { tags: Array.from(values, (pair) => pair.join(':')), ...Object.fromEntries(attributes) };
}

/** What the labels select: values of one key are alternatives, different keys narrow down. */
function selects(labels: readonly RookoutLabel[], values: ReadonlyMap<string, string>): boolean {
  return labels.every(({ key: own }) =>
    labels.some((one) => one.key === own && values.get(tagOf(one)) === storedIn(one)),
  );
}

function verdictsOn(drawn: readonly Example[]): Verdict[] {
  const asked = drawn.map(({ labels, instances }) => {
    const { address } = graphLink(labels, [], TAGS, RULES);
    const values = instances.map(valuesOf);
    return { labels, values, search: new URL(address!).searchParams.get('query')! };
  });
  const answers = matches(asked.map(({ search, values }) => ({ search, events: values.map(eventOf) })));
  return asked.map(({ labels, values, search }, index) => {
    const answer = answers[index];
    if ('error' in answer) return { problem: `${search} is refused: ${answer.error}` };
    const wrong = values.findIndex((one, at) => selects(labels, one) !== answer.matches[at]);
    if (wrong < 0) return {};
    return {
      problem: `${search} ${answer.matches[wrong] ? 'finds' : 'does not find'} ${[...values[wrong]].join(' ')}`,
    };
  });
}

describeWithOracle('the search of a link, by what Datadog finds', () => {
  it('selects what the labels do', () => expectNoProblem(examples, verdictsOn));

  it.each([
    ['service:(*)', { tags: [], service: 'cart' }, true],
    ['env:(*)', { tags: ['env:prod'] }, true],
    ['env:(*)', { tags: ['team:web'] }, false],
    ['env:(prod OR qa)', { tags: ['env:qa'] }, true],
  ])('finds, with a template variable filled in as in %s, among %j: %s', (search, event, found) => {
    expect(foundBy(search, event)).toBe(found);
  });
});
