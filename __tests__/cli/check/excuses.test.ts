import { Workplace } from '../support/command';
import { dashboard, group, legacy } from '../support/dashboards';

const reason = 'shown on a wall, where nobody clicks';

const WALL = dashboard(
  'Wall',
  legacy('Load', 'a{service:cart}'),
  group('G', legacy('Hits', 'a{service:cart}'), legacy('M [service: cart]', 'a{*}')),
);
const DESK = dashboard('Desk', legacy('Load', 'a{service:cart}'), legacy('L [service:cart]', 'a{*}'));

/** What is found with that configuration: rule, file and widget of each finding, and the notes. */
function found(
  configuration: object,
  ...options: string[]
): { findings: string[]; stderr: string; code: number } {
  const place = new Workplace({
    'rookout-datadog.json': configuration,
    'boards/wall.json': WALL,
    'boards/desk.json': DESK,
  });
  const { code, stdout, stderr } = place.run('check', 'boards', ...options);
  const findings = [...stdout.matchAll(/^boards\/(\S+)\.json:\d+:\d+: (\S+): (\S+): /gm)];
  return { findings: findings.map(([, file, rule, widget]) => `${file} ${rule} ${widget}`), stderr, code };
}

const ALL = [
  'desk missing-filter widgets[0]',
  'desk link-disagrees widgets[1]',
  'wall missing-filter widgets[0]',
  'wall missing-filter widgets[1].definition.widgets[0]',
  'wall malformed-filter widgets[1].definition.widgets[1]',
];

describe('an excuse', () => {
  it.each<[object, number[]]>([
    [{ rule: 'missing-filter' }, [1, 4]],
    [{ dashboard: 'wall' }, [0, 1]],
    [{ dashboard: 'W*' }, [0, 1]],
    [{ file: 'boards/desk.json' }, [2, 3, 4]],
    [{ file: 'boards/*' }, []],
    [{ title: 'Load' }, [1, 3, 4]],
    [{ title: 'L*' }, [3, 4]],
    [{ title: 'load' }, [1, 3, 4]],
    [{ title: 'M [service: cart]' }, [0, 1, 2, 3]],
    [{ widget: 'widgets[1]' }, [0, 2, 3, 4]],
    [{ widget: 'widgets[1].*' }, [0, 1, 2]],
    [{ rule: 'missing-filter', dashboard: 'Wall', widget: 'widgets[0]' }, [0, 1, 3, 4]],
    [{ rule: 'missing-filter', file: '*wall.json', title: 'H*' }, [0, 1, 2, 4]],
  ])('of %j leaves the others', (findings, left) => {
    const ran = found({ excuses: [{ ...findings, reason }] });
    expect(ran.findings).toEqual(left.map((index) => ALL[index]));
    expect(ran.code).toBe(left.length > 0 ? 1 : 0);
    expect(ran.stderr).toContain(`, ${5 - left.length} excused\n`);
    expect(ran.stderr).not.toContain('excuses[0]');
  });

  it('names files from the directory of its file', () => {
    const place = new Workplace({
      'ops/rules.json': { excuses: [{ file: '../wall.json', reason }] },
      'wall.json': WALL,
    });
    expect(place.run('check', 'wall.json', '--config', 'ops/rules.json').stderr).toBe(
      '1 dashboard checked, 0 findings, 3 excused\n',
    );
  });

  it('is used even if another one of the same finding is', () => {
    const excuses = [{ title: 'Load' }, { title: 'L*' }, { title: 'LOAD' }, { rule: 'missing-filter' }];
    const { findings, stderr } = found({ excuses: excuses.map((one) => ({ ...one, reason })) });
    expect(findings).toEqual([ALL[4]]);
    expect(stderr).not.toContain('note: excuses');
  });

  it('that excuses nothing is told, and fails nothing', () => {
    const excuses = [
      { dashboard: '*', reason },
      { dashboard: 'Wall', title: 'Gone', reason },
      { dashboard: 'Wall', title: 'Load', reason },
    ];
    const { stderr, code } = found({ excuses });
    expect({ stderr, code }).toEqual({
      code: 0,
      stderr:
        'rookout-datadog.json:7:5: note: excuses[1] excuses no finding of this check. If it is not needed any more, ' +
        'remove it\n2 dashboards checked, 0 findings, 5 excused\n',
    });
  });

  it('that excuses nothing is told in JSON and SARIF too', () => {
    const place = new Workplace({
      'rookout-datadog.json': { excuses: [{ title: 'Gone', reason }] },
      'a.json': dashboard('A'),
    });
    const { notes } = JSON.parse(place.run('check', 'a.json', '--format', 'json').stdout);
    expect(notes).toMatchObject([{ path: 'rookout-datadog.json', line: 3, column: 5 }]);
    const { runs } = JSON.parse(place.run('check', 'a.json', '--format', 'sarif').stdout);
    const [{ level, locations }] = runs[0].invocations[0].toolExecutionNotifications;
    expect([level, locations[0].physicalLocation.region]).toEqual(['note', { startLine: 3, startColumn: 5 }]);
  });
});

describe('a rule', () => {
  it('that is off finds nothing', () => {
    const { findings } = found({ rules: { 'missing-filter': 'off', 'link-disagrees': 'off' } });
    expect(findings).toEqual([ALL[4]]);
  });

  it('that is off hides nothing of the others', () => {
    const board = dashboard('A', legacy('M [service: cart]', 'a{service:cart}'));
    const place = new Workplace({ 'a.json': board });
    expect(place.run('check', 'a.json').stdout).toContain('malformed-filter');
    place.write('rookout-datadog.json', { rules: { 'malformed-filter': 'off' } });
    expect(place.run('check', 'a.json').stdout).toMatch(/^a\.json:\d+:\d+: missing-filter: [^\n]*\n$/);
  });

  it('has another level in JSON and SARIF, and the same exit code', () => {
    const place = new Workplace({
      'rookout-datadog.json': { rules: { 'malformed-filter': 'warning', 'missing-filter': 'error' } },
      'wall.json': WALL,
    });
    const json = place.run('check', 'wall.json', '--format', 'json');
    expect([json.code, JSON.parse(json.stdout).findings.map(({ level }: any) => level)]).toEqual([
      1,
      ['error', 'error', 'warning'],
    ]);
    const { runs } = JSON.parse(place.run('check', 'wall.json', '--format', 'sarif').stdout);
    expect(runs[0].results.map(({ level }: any) => level)).toEqual(['error', 'error', 'warning']);
  });
});
