import fc from 'fast-check';
import { BadInput } from '../../lib/bad-input';
import { RookoutLabel, RookoutTitles } from '../../lib';
import { label, plainLabel } from '../rookout/arbitraries';
import { newStack } from '../support/stack';
import { describeAgents } from './support/describe-agents';

type Labels = Readonly<Record<string, string>>;

const titles = new RookoutTitles(newStack(), 'Titles');

/** The labels that a title shows, without those that agents report by themselves. */
function labelsIn(title: string): Labels {
  const shown = RookoutLabel.inTitle(title).filter(({ key }) => !key.startsWith('$'));
  return Object.fromEntries(shown.map(({ key, value }) => [key, value]));
}

/** A text for `ROOKOUT_LABELS` and the labels of the title that it is for. */
interface Given {
  readonly text: string;
  readonly labels: Labels;
}

/** What `agentLabels` gives for a service and further labels. Nothing if it refuses them. */
function givenFor({ key, value }: RookoutLabel, others: readonly RookoutLabel[]): Given[] {
  const options = { labelKey: key, labels: others.map(String) };
  try {
    const text = titles.agentLabels(value, options);
    return [{ text, labels: labelsIn(titles.forService(value, options)) }];
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
    return [];
  }
}

/** As many of these as one instance can have, each key once, as one text for it. */
function together(all: readonly Given[]): Given {
  return all.reduce((one, other) =>
    other.text === '' || Object.keys(other.labels).some((key) => key in one.labels)
      ? one
      : { text: `${one.text},${other.text}`, labels: { ...one.labels, ...other.labels } },
  );
}

const services = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: plainLabel }, { weight: 1, arbitrary: label }),
  fc.array(fc.oneof({ weight: 9, arbitrary: plainLabel }, { weight: 1, arbitrary: label }), { maxLength: 3 }),
);

/** One start of an agent takes as long as for one label, so many services go into one. */
const MANY = together(fc.sample(services, 1000).flatMap((service) => givenFor(...service)));
const FEW = fc
  .sample(services, 50)
  .flatMap((service) => givenFor(...service))
  .slice(0, 3);

/** Every printed character of ASCII that a value may have, at its ends and inside. */
const CHARACTERS = together(
  Array.from({ length: 94 }, (_, index) => String.fromCharCode(index + 33))
    .filter((character) => !`"'$,:[]*`.includes(character))
    .flatMap((character, index) => givenFor(RookoutLabel.of(`key${index}`, `${character}a${character}`), [])),
);

describeAgents('what agentLabels gives is what is reported', (agent) => {
  let own: Labels;
  beforeAll(async () => ({ labels: own } = await agent.report()));

  it.each(FEW)('of one service: $text', async ({ text, labels }) => {
    expect((await agent.report({ ROOKOUT_LABELS: text })).labels).toEqual({ ...own, ...labels });
  });

  it('of many services with labels of any kind', async () => {
    expect(Object.keys(MANY.labels).length).toBeGreaterThan(500);
    expect((await agent.report({ ROOKOUT_LABELS: MANY.text })).labels).toEqual({ ...own, ...MANY.labels });
  });

  it('of values with any printed character', async () => {
    expect(Object.keys(CHARACTERS.labels).length).toBe(86);
    const { labels } = await agent.report({ ROOKOUT_LABELS: CHARACTERS.text });
    expect(labels).toEqual({ ...own, ...CHARACTERS.labels });
  });

  it('of a title with built-in labels alone: an empty text', async () => {
    const text = titles.agentLabels('web-1', { labelKey: '$hostname' });
    expect(text).toBe('');
    expect((await agent.report({ ROOKOUT_LABELS: text })).labels).toEqual(own);
  });
});
