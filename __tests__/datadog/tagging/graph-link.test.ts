import { graphLink } from '../../../lib/datadog/tagging/graph-link';
import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { RookoutLabel } from '../../../lib/rookout/label';

const RULES = taggingRules({});
const NO_TAGS = new Map<string, string>();
const label = RookoutLabel.of('service', 'cart');
const filled = (filledBy: string) => ({ key: '$hostname', filledBy });

describe('the link of a graph', () => {
  it('has 2000 characters at most', () => {
    const ofLength = (length: number) => {
      const { length: shortest } = graphLink([RookoutLabel.of('service', 'x')], [], NO_TAGS, RULES).address!;
      return graphLink([RookoutLabel.of('service', 'x'.repeat(length - shortest + 1))], [], NO_TAGS, RULES);
    };
    expect(ofLength(2000).address).toHaveLength(2000);
    expect(ofLength(2000).problem).toBeUndefined();
    expect(ofLength(2001)).toStrictEqual({
      problem: 'its link would have 2001 characters, more than the limit of 2000',
      byLine: false,
      wider: [],
    });
  });

  it('searches for a key of which no tag is known', () => {
    const rules = taggingRules({ sessionLink: 'https://app.datadoghq.com/apm/traces?query={search}' });
    const { address } = graphLink([RookoutLabel.of('tier', 'x'), label], [], NO_TAGS, rules);
    expect(address).toBe('https://app.datadoghq.com/apm/traces?query=tier%3Ax%20service%3Acart');
  });

  it('tells whether it depends on the clicked line', () => {
    expect(graphLink([label], [], NO_TAGS, RULES).byLine).toBe(false);
    expect(graphLink([label, filled('{{host.value}}')], [], NO_TAGS, RULES).byLine).toBe(true);
    expect(graphLink([filled('{{$host.value}}')], [], NO_TAGS, RULES).byLine).toBe(false);
  });

  it('opens more than the graph shows, unless it has to be exact', () => {
    expect(graphLink([label], ['zone:x', 'host:y'], NO_TAGS, RULES).wider).toEqual(['zone:x', 'host:y']);
    expect(graphLink([label], ['zone:x', 'host:y'], NO_TAGS, { ...RULES, exact: true })).toStrictEqual({
      problem: 'its link would open more than it shows: zone:x, host:y',
      byLine: false,
      wider: [],
    });
    expect(graphLink([label], [], NO_TAGS, { ...RULES, exact: true }).address).toBeDefined();
  });

  it('stands beside further links, each with an address or a reason', () => {
    const links = [
      { label: 'Logs', template: 'https://logs.example/?q={search}' },
      { label: 'Deployment', template: 'https://deploy.example/{env}' },
    ];
    expect(graphLink([label], [], NO_TAGS, taggingRules({ links })).others).toStrictEqual([
      { label: 'Logs', address: 'https://logs.example/?q=service%3Acart' },
      { label: 'Deployment', problem: expect.stringMatching(/^it gets no link: .*\{env\}/) },
    ]);
    expect(graphLink([label], [], NO_TAGS, RULES)).not.toHaveProperty('others');
  });
});
