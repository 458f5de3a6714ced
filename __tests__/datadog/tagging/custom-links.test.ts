import {
  addressBehind,
  addressCalled,
  customLinksWith,
  withCustomLinks,
} from '../../../lib/datadog/tagging/custom-links';

const RUNBOOK = { label: 'Runbook', link: 'https://wiki.example' };
const DEBUG = { label: 'Debug', link: '/r' };
const SNAPSHOTS = { label: 'Captured snapshots', link: '/logs' };
const OWN = { label: 'Set metric points', link: 'https://r/old', is_hidden: false };

describe('the context links of a widget', () => {
  it('get the link, or its new address', () => {
    expect(customLinksWith({}, DEBUG, [])).toEqual([{ label: 'Debug', link: '/r' }]);
    expect(customLinksWith({ custom_links: null }, DEBUG, [])).toEqual([{ label: 'Debug', link: '/r' }]);
    expect(customLinksWith({ custom_links: [null, RUNBOOK] }, DEBUG, [])).toEqual([
      null,
      RUNBOOK,
      { label: 'Debug', link: '/r' },
    ]);
    expect(customLinksWith({ custom_links: [OWN, RUNBOOK] }, DEBUG, [])).toEqual([
      { label: 'Debug', link: '/r', is_hidden: false },
      RUNBOOK,
    ]);
    expect(customLinksWith({ custom_links: [OWN] }, { label: 'Debug', link: OWN.link }, [])).toEqual([
      { ...OWN, label: 'Debug' },
    ]);
  });

  it('stay the same object if they have it', () => {
    const definition = { type: 'timeseries', custom_links: [RUNBOOK, OWN] };
    expect(customLinksWith(definition, OWN, [])).toBe(definition.custom_links);
    expect(withCustomLinks(definition, OWN, [])).toBe(definition);
    expect(withCustomLinks(definition, { label: OWN.label, link: '/r' }, [])).toEqual({
      type: 'timeseries',
      custom_links: [RUNBOOK, { ...OWN, link: '/r' }],
    });
  });

  it('get further links after the first, and keep those of people', () => {
    expect(customLinksWith({}, DEBUG, [SNAPSHOTS])).toEqual([DEBUG, SNAPSHOTS]);
    expect(customLinksWith({ custom_links: [RUNBOOK] }, undefined, [SNAPSHOTS])).toEqual([
      RUNBOOK,
      SNAPSHOTS,
    ]);
    const old = { ...SNAPSHOTS, link: '/old' };
    expect(customLinksWith({ custom_links: [old, RUNBOOK, DEBUG] }, DEBUG, [SNAPSHOTS])).toEqual([
      SNAPSHOTS,
      RUNBOOK,
      DEBUG,
    ]);
    const definition = { custom_links: [RUNBOOK, DEBUG, SNAPSHOTS] };
    expect(withCustomLinks(definition, DEBUG, [SNAPSHOTS])).toBe(definition);
    expect(customLinksWith({ custom_links: null }, undefined, [])).toBeNull();
    expect(addressCalled(definition, 'Captured snapshots')).toBe('/logs');
    expect(addressCalled({ custom_links: [OWN] }, 'Captured snapshots')).toBeUndefined();
    expect(addressCalled({ custom_links: [{ label: 'Debug', link: 5 }] }, 'Debug')).toBeUndefined();
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
