import { BadInput } from '../../lib/bad-input';
import { otherLinks } from '../../lib/datadog/other-links';

const template = 'https://app.datadoghq.com/logs?query=source%3Add_debugger%20{search}';
const snapshots = { label: 'Captured snapshots', template };

describe('further links', () => {
  it('are rules of a label and a template', () => {
    const links = [snapshots, { label: 'Traces', liveDebugger: 'datadog' }];
    expect(otherLinks(links, 'Debug', { site: 'datadoghq.eu' })).toEqual([
      { label: 'Captured snapshots', template },
      { label: 'Traces', template: 'https://app.datadoghq.eu/apm/traces?query={search}' },
    ]);
    expect(otherLinks(undefined, 'Debug', {})).toEqual([]);
    const same = { label: 'Status', template: 'https://status.example.com/' };
    expect(otherLinks([same], 'Debug', { fixedSessionLink: true })).toEqual([same]);
  });

  it.each<[unknown, string]>([
    ['x', 'links: "x" is not a list'],
    [['x'], 'links[0]: "x" is not an object. Write it as { "label":'],
    [[{ ...snapshots, url: 'x' }], 'links[0]: "url" is not known. Use one of: label, liveDebugger, template'],
    [[{ template }], 'links[0].label: undefined is empty, blank or not text'],
    [[{ label: ' ', template }], 'links[0].label: " " is empty'],
    [[{ label: 'A' }], 'links[0]: "A" has neither liveDebugger nor template. Give it one of the two'],
    [[{ label: 'A', template, liveDebugger: 'datadog' }], 'links[0]: "A" has both liveDebugger and template'],
    [[snapshots, snapshots], 'links[1].label: "Captured snapshots" is the label of another link'],
    [[{ label: 'Debug', template }], 'links[0].label: "Debug" is the label of another link'],
    [[{ label: 'Set metric points', template }], 'is the label of another link'],
    [[{ label: 'A', template: 'datadog' }], 'links[0].template: "datadog" is not an http(s) URL'],
    [
      [{ label: 'A', template: 'https://a.example/' }],
      'links[0].template: "https://a.example/" has no {labels}',
    ],
    [[{ label: 'A', liveDebugger: 'x' }], 'links[0].liveDebugger: "x" is not known'],
  ])('are refused: %j', (links, problem) => {
    const read = () => otherLinks(links as any, 'Debug', {});
    expect(read).toThrow(BadInput);
    expect(read).toThrow(problem);
  });
});
