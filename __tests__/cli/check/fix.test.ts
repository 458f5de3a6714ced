import { CHECKOUT } from '../../support/checkout';
import { Workplace } from '../support/command';
import { dashboard, group, legacy, metricPoints, shop, timeseries } from '../support/dashboards';

/** The module itself, whose functions can be replaced. */
const fs = jest.requireActual<typeof import('fs')>('fs');

const LEGACY = dashboard('L', legacy('M', 'a{service:cart}'));

describe('check --fix', () => {
  it.each<[string, unknown]>([
    ['an example', CHECKOUT],
    ['a dashboard of every kind', shop()],
    ['one line', JSON.stringify(shop())],
    [
      'Windows line ends and a byte order mark',
      `\uFEFF${JSON.stringify(shop(), null, 4).replace(/\n/g, '\r\n')}`,
    ],
  ])('writes what tag --in-place does: %s', (_, text) => {
    const place = new Workplace({ 'fixed.json': text, 'tagged.json': text });
    place.run('tag', 'tagged.json', '--in-place');
    const { code, stdout } = place.run('check', 'fixed.json', '--fix');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(place.read('fixed.json')).toBe(place.read('tagged.json'));
  });

  it('tells what is fixed and what is left, at its new place', () => {
    const stale = timeseries('L [service:a]', 'a{*}', { custom_links: [metricPoints('service%3Ab')] });
    const bare = timeseries('None', 'a{*}', { custom_links: [metricPoints('service%3Ab')] });
    const place = new Workplace({
      'a.json': dashboard(
        'A',
        legacy('M', 'a{service:a}'),
        group('G', stale),
        legacy('B [env: b]', 'a{*}'),
        bare,
      ),
    });
    const { code, stdout, stderr } = place.run('check', 'a.json', '--fix');
    expect(code).toBe(1);
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'a.json: fixed: missing-filter: widgets[0]: "M"',
      'a.json: fixed: link-disagrees: widgets[1].definition.widgets[0]: "L [service:a]"',
      '1 dashboard checked, 2 fixed, 2 findings left',
    ]);
    const [malformed, link] = stdout.split('\n');
    expect(malformed).toContain(': malformed-filter: widgets[2]: "[env: b]" in the title "B [env: b]"');
    expect(link).toContain(': link-disagrees: widgets[3]: ');
    const [, line, column] = /:(\d+):(\d+):/.exec(malformed)!;
    expect(
      place
        .read('a.json')
        .split('\n')
        [Number(line) - 1].slice(Number(column) - 1),
    ).toMatch(/^"B \[env: b\]"/);
    expect(place.run('check', 'a.json', '--fix')).toMatchObject({ code: 1, stdout });
  });

  it('asks for the URL where links have been fixed to open the default one', () => {
    const place = new Workplace({ 'a.json': dashboard('A', legacy('M [service:a]', 'a{*}')) });
    expect(place.run('check', 'a.json', '--fix').stderr).toContain('set it: --session-link <url>');
    const own = new Workplace({
      'a.json': dashboard('A', legacy('M [service:a]', 'a{*}')),
      'rookout-datadog.json': { tagging: { sessionLink: 'https://r.example.com/{labels}' } },
    });
    expect(own.run('check', 'a.json', '--fix').stderr).not.toContain('--session-link');
    expect(own.json('a.json').widgets[0].definition.custom_links).toEqual([
      { label: 'Set metric points', link: 'https://r.example.com/service%3Aa' },
    ]);
  });

  it('tells it in JSON', () => {
    const place = new Workplace({ 'a.json': LEGACY });
    const { findings, fixed } = JSON.parse(place.run('check', 'a.json', '--fix', '--format', 'json').stdout);
    expect({ findings, fixed }).toEqual({
      findings: [],
      fixed: [{ rule: 'missing-filter', path: 'a.json', dashboard: 'L', widget: 'widgets[0]', title: 'M' }],
    });
    expect(JSON.parse(place.run('check', 'a.json', '--format', 'json').stdout)).not.toHaveProperty('fixed');
  });

  it('leaves alone what is excused, off, excluded or hidden by a malformed filter', () => {
    const board = dashboard(
      'A',
      legacy('Excused', 'a{service:a}'),
      legacy('Off [service:a]', 'a{*}'),
      legacy('Excluded', 'a{service:a}'),
      legacy('Malformed [service: a]', 'a{service:a}'),
    );
    const place = new Workplace({
      'a.json': board,
      'rookout-datadog.json': {
        rules: { 'link-disagrees': 'off' },
        excuses: [{ title: 'Excused', reason: 'it is to stay' }],
        tagging: { excludeTitles: ['Excluded'] },
      },
    });
    const before = place.read('a.json');
    expect(place.run('check', 'a.json', '--fix')).toMatchObject({
      code: 1,
      stderr: '1 dashboard checked, 0 fixed, 1 finding left, 1 excused\n',
    });
    expect(place.read('a.json')).toBe(before);
  });

  it('changes the widgets with a finding, and no other', () => {
    const board = dashboard('A', legacy('Stays', 'a{service:a}'), legacy('Fixed', 'a{service:a}'));
    const excuses = [{ title: 'Stays', reason: 'it is to stay' }];
    const place = new Workplace({ 'a.json': board, 'rookout-datadog.json': { excuses } });
    expect(place.run('check', 'a.json', '--fix').code).toBe(0);
    const [stays, fixed] = place.json('a.json').widgets;
    expect(stays).toEqual(board.widgets[0]);
    expect(fixed.definition).toEqual({
      ...board.widgets[1].definition,
      title: 'Fixed [service:a]',
      custom_links: [metricPoints('service%3Aa')],
    });
  });

  it('fixes the source of a split group, and a widget in a group', () => {
    const split = { type: 'split_group', source_widget_definition: timeseries('S', 'a{service:a}') };
    const place = new Workplace({
      'a.json': dashboard('A', split, group('G', group('H', legacy('M', 'a{service:a}')))),
    });
    expect(place.run('check', 'a.json', '--fix').code).toBe(0);
    const [first, second] = place.json('a.json').widgets;
    expect(first.definition.source_widget_definition.title).toBe('S [service:a]');
    expect(second.definition.widgets[0].definition.widgets[0].definition.title).toBe('M [service:a]');
  });

  it('does not write what CDKTF synthesizes, and says so', () => {
    const body = { dashboard: JSON.stringify(LEGACY) };
    const place = new Workplace({ 'cdk.tf.json': { resource: { datadog_dashboard_json: { own: body } } } });
    const before = place.read('cdk.tf.json');
    const { code, stderr } = place.run('check', 'cdk.tf.json', '--fix');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'cdk.tf.json: note: datadog_dashboard_json.own is not fixed, since CDKTF writes it again. ' +
        'Add RookoutTagging to the app that makes it\n1 dashboard checked, 0 fixed, 1 finding left\n',
    );
    expect(place.read('cdk.tf.json')).toBe(before);
  });

  it('fixes no file where one can not be written, and reports all findings', () => {
    const place = new Workplace({ 'a.json': LEGACY, 'b.json': LEGACY });
    const before = place.read('a.json');
    const rename = fs.renameSync;
    jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (String(to).endsWith('b.json')) throw Object.assign(new Error('no'), { code: 'ENOSPC' });
      rename(from, to);
    });
    const { code, stderr, stdout } = place.run('check', 'a.json', 'b.json', '--fix');
    jest.restoreAllMocks();
    expect(code).toBe(1);
    expect(stderr).toBe(
      'b.json: can not be written: there is no space left. Nothing has been written\n' +
        '2 dashboards checked, 0 fixed, 2 findings left, 1 failure\n',
    );
    expect(stdout).toMatch(
      /^a\.json:\d+:\d+: missing-filter: [^\n]*\nb\.json:\d+:\d+: missing-filter: [^\n]*\n$/,
    );
    expect([place.read('a.json'), place.read('b.json')]).toEqual([before, before]);
    expect(place.list()).toEqual(['a.json', 'b.json']);
  });
});
