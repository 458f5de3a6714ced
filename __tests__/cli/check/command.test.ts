import { App } from 'cdktf';
import { RookoutDashboard } from '../../../lib';
import { newStack } from '../../support/stack';
import { board, CHECKOUT, graph, LINK } from '../support/boards';
import { Workplace } from '../support/command';

let place: Workplace;
beforeEach(() => (place = new Workplace()));

describe('check', () => {
  const findings = (...argv: string[]) => place.run('check', ...argv, '--format', 'json');

  it('finds graphs without filter, malformed filters and links that disagree', () => {
    const stale = { ...(graph('B [service:b]', 'a{*}') as any).definition };
    stale.custom_links = [{ label: 'Set metric points', link: `${LINK}service%3Aother` }];
    place.write(
      'board.json',
      JSON.stringify(
        board(
          graph('A', 'a{service:a}'),
          { definition: stale },
          graph('C [k8s_deployment: c]', 'a{*}'),
          graph('D [service:d]', 'a{*}'),
          graph('Fine [ms] [a:b:c]', 'a{*}'),
        ),
        null,
        2,
      ),
    );
    const { code, stdout } = findings('board.json');
    expect(code).toBe(1);
    const found = JSON.parse(stdout).findings;
    expect(found.map(({ rule, widget }: any) => [rule, widget])).toEqual([
      ['missing-filter', 'widgets[0]'],
      ['link-disagrees', 'widgets[1]'],
      ['malformed-filter', 'widgets[2]'],
      ['link-disagrees', 'widgets[3]'],
    ]);
    const lines = place.read('board.json').split('\n');
    for (const { line, column } of found) expect(lines[line - 1].slice(column - 1)).toMatch(/^"[A-D]/);
  });

  it('is content with what tag has made, and with what is synthesized', () => {
    place.write('board.json', CHECKOUT);
    place.run('tag', 'board.json', '--in-place');
    expect(place.run('check', 'board.json')).toMatchObject({ code: 0, stdout: '' });
    const stack = newStack();
    const dashboard = new RookoutDashboard(stack, 'Overview', { services: ['cart'] });
    dashboard.addWidget({ type: 'timeseries', title: 'Own', requests: [{ q: 'a{service:own}' }] });
    App.of(stack).synth();
    const { code, stdout } = findings(App.of(stack).outdir);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'missing-filter' }]);
  });

  it('writes SARIF that names rule, file and place', () => {
    place.write('board.json', CHECKOUT);
    const { code, stdout } = place.run('check', 'board.json', '--format', 'sarif', '--output', 'found.sarif');
    expect([code, stdout]).toEqual([1, '']);
    const { version, runs } = JSON.parse(place.read('found.sarif'));
    expect(version).toBe('2.1.0');
    const [result] = runs[0].results;
    const rules = runs[0].tool.driver.rules.map(({ id }: any) => id);
    expect(rules).toContain(result.ruleId);
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'board.json' },
      region: { startLine: 12, startColumn: 18 },
    });
  });
});
