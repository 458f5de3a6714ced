import { addressBehind, customLinksWith, withCustomLink } from '../../../lib/datadog/tagging/custom-links';

const RUNBOOK = { label: 'Runbook', link: 'https://wiki.example' };
const OWN = { label: 'Set metric points', link: 'https://r/old', is_hidden: false };

describe('the context links of a widget', () => {
  it('get the link, or its new address', () => {
    expect(customLinksWith({}, 'Debug', '/r')).toEqual([{ label: 'Debug', link: '/r' }]);
    expect(customLinksWith({ custom_links: null }, 'Debug', '/r')).toEqual([{ label: 'Debug', link: '/r' }]);
    expect(customLinksWith({ custom_links: [null, RUNBOOK] }, 'Debug', '/r')).toEqual([
      null,
      RUNBOOK,
      { label: 'Debug', link: '/r' },
    ]);
    expect(customLinksWith({ custom_links: [OWN, RUNBOOK] }, 'Debug', '/r')).toEqual([
      { label: 'Debug', link: '/r', is_hidden: false },
      RUNBOOK,
    ]);
    expect(customLinksWith({ custom_links: [OWN] }, 'Debug', OWN.link)).toEqual([{ ...OWN, label: 'Debug' }]);
  });

  it('stay the same object if they have it', () => {
    const definition = { type: 'timeseries', custom_links: [RUNBOOK, OWN] };
    expect(customLinksWith(definition, OWN.label, OWN.link)).toBe(definition.custom_links);
    expect(withCustomLink(definition, OWN.label, OWN.link)).toBe(definition);
    expect(withCustomLink(definition, OWN.label, '/r')).toEqual({
      type: 'timeseries',
      custom_links: [RUNBOOK, { ...OWN, link: '/r' }],
    });
  });

  it('have an address behind a label', () => {
    const definition = { custom_links: [null, OWN, RUNBOOK] };
    expect(addressBehind(definition, 'Runbook')).toBe(RUNBOOK.link);
    expect(addressBehind(definition, 'Debug')).toBe(OWN.link);
    expect(addressBehind({ custom_links: [RUNBOOK] }, 'Debug')).toBeUndefined();
    expect(addressBehind({ custom_links: [{ label: 'Debug', link: 5 }] }, 'Debug')).toBeUndefined();
    expect(addressBehind({}, 'Debug')).toBeUndefined();
  });
});
