import { leftAlone, reasonOf, remarkOf, WidgetReport } from '../../../lib/datadog/tagging/report';
import { OutcomeCounts, summaryOf, widgetLine } from '../../../lib/datadog/tagging/summary';

const report = (more: Partial<WidgetReport>): WidgetReport => ({
  path: 'widgets[0]',
  type: 'timeseries',
  outcome: 'tagged',
  before: 'CPU',
  after: 'CPU',
  byLine: false,
  changed: false,
  ...more,
});

const TAGGED = report({ after: 'CPU [service:cart]', wider: 'zone:x' });
const LINKED = report({ path: 'widgets[1]', outcome: 'linked', reason: 'it has no title' });
const NOTHING = report({ path: 'widgets[2]', outcome: 'nothing to infer' });

describe('the summary of results', () => {
  it('counts them, and has a line for each if wanted', () => {
    expect(String(new OutcomeCounts().add([TAGGED, LINKED, TAGGED]))).toBe('2 tagged, 1 linked');
    expect(summaryOf([], true)).toBe('Rookout tagging: no graphs');
    expect(summaryOf([TAGGED, LINKED], false)).toBe('Rookout tagging: 1 tagged, 1 linked');
    expect(summaryOf([TAGGED, LINKED], true)).toBe(
      [
        'Rookout tagging: 1 tagged, 1 linked',
        '  widgets[0]: tagged: CPU → CPU [service:cart] (wider: zone:x)',
        '  widgets[1]: linked: CPU (it has no title)',
      ].join('\n'),
    );
    expect(widgetLine(NOTHING)).toBe('widgets[2]: nothing to infer: CPU');
  });

  it('says why', () => {
    expect([TAGGED, LINKED, NOTHING].map(reasonOf)).toEqual([
      '',
      'it has no title',
      'queries name no instances',
    ]);
    expect(reasonOf(report({ outcome: 'excluded' }))).toBe('a pattern excludes its title');
    for (const outcome of ['linked', 'already tagged', 'not linked', 'not understood'] as const) {
      expect(reasonOf(report({ outcome }))).toBe('');
    }
    expect([TAGGED, LINKED].map((one) => remarkOf(one))).toEqual(['wider: zone:x', 'it has no title']);
    expect(remarkOf({ ...LINKED, wider: 'zone:x' })).toBe('it has no title; wider: zone:x');
    const others = [
      { label: 'Logs', address: 'https://logs.example/' },
      { label: 'Deployment', problem: 'a hole' },
    ];
    expect(remarkOf({ ...LINKED, others })).toBe('it has no title; no link "Deployment": a hole');
  });
});

describe('a widget that is left alone', () => {
  it('has neither a new title nor a link', () => {
    const linked = {
      ...TAGGED,
      link: 'https://app.rookout.com/?labels=service%3Acart',
      byLine: true,
      changed: true,
    };
    expect(leftAlone(linked, 'its block has for_each')).toEqual({
      path: 'widgets[0]',
      type: 'timeseries',
      outcome: 'not understood',
      before: 'CPU',
      after: 'CPU',
      reason: 'its block has for_each',
      byLine: false,
      changed: false,
    });
  });
});
