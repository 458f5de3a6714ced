import { symlinkSync } from 'fs';
import { join } from 'path';
import { itOnPosix } from '../../support/posix';
import { Workplace } from '../support/command';
import {
  dashboard,
  free,
  group,
  legacy,
  linkTo,
  logs,
  metricPoints,
  shop,
  timeseries,
} from '../support/dashboards';

/** Findings as the default format has them, without the file's name. */
function found(...definitions: any[]): string[] {
  const place = new Workplace({ 'a.json': dashboard('A', ...definitions) });
  const { code, stdout } = place.run('check', 'a.json');
  const lines = stdout.split('\n').slice(0, -1);
  expect(code).toBe(lines.length > 0 ? 1 : 0);
  return lines.map((line) => line.replace(/^a\.json:\d+:\d+: /, ''));
}

function linked(title: string, query: string, filters: string): any {
  return timeseries(title, query, { custom_links: [metricPoints(filters)] });
}

describe('missing-filter', () => {
  it('is a graph whose queries name instances, and whose title has no filter', () => {
    const memory = timeseries('Memory [MiB]', 'avg:mem{kube_deployment:cart}');
    expect(found(memory, group('G', logs('Errors', 'service:pay status:error')))).toEqual([
      'missing-filter: widgets[0]: "Memory [MiB]" shows k8s_deployment:cart, but its title has no label filter. ' +
        'Change it to "Memory [MiB] [k8s_deployment:cart]"',
      'missing-filter: widgets[1].definition.widgets[0]: "Errors" shows service:pay, but its title has no label ' +
        'filter. Change it to "Errors [service:pay]"',
    ]);
  });

  it('is a graph without title only where such graphs get one', () => {
    const untitled = timeseries(undefined, 'avg:mem{service:cart}');
    expect(found(untitled)).toEqual([
      `link-disagrees: widgets[0]: a graph without title has no link "Set metric points". Add one that opens ${linkTo('service%3Acart')}`,
    ]);
    const place = new Workplace({ 'a.json': dashboard('A', untitled) });
    expect(place.run('check', 'a.json', '--title-untitled').stdout).toContain(
      'missing-filter: widgets[0]: a graph without title shows service:cart, but its title has no label filter. ' +
        'Change it to "[service:cart]"',
    );
  });

  it('is no graph that names no instances, nor another kind of widget', () => {
    expect(
      found(legacy('All', 'avg:mem{*}'), { ...legacy('Now', 'avg:mem{service:a}'), type: 'query_value' }),
    ).toEqual([]);
  });
});

describe('malformed-filter', () => {
  it.each([
    ['[k8s_deployment: cart]', 'begins or ends with white space'],
    ['[$env:prod]', 'begins with "$"'],
    ['[k8s_deployment:]', 'is empty'],
    ['[:cart]', 'is empty'],
    ['[k8s deployment:cart]', 'has white space in it'],
    ['[service:a,b]', 'a comma'],
    ['[service:a, env:b]', 'it has 2 filters. Give each its own brackets: [service:a] [env:b]'],
  ])('is %s', (group, why) => {
    const [finding, ...others] = found(legacy(`M ${group}`, 'avg:mem{service:cart}'));
    expect(others).toEqual([]);
    expect(finding).toContain(
      `malformed-filter: widgets[0]: "${group}" in the title "M ${group}" is not a label filter: `,
    );
    expect(finding).toContain(why);
  });

  it.each(['[10:30:00]', '[a:b:c]', '[ms]', '[p95]', '[]', '[', 'a:b', '[service:cart'])(
    'is not %s',
    (text) => {
      expect(found(legacy(`M ${text}`, 'avg:mem{*}'))).toEqual([]);
    },
  );

  it('may stand beside a filter', () => {
    expect(found(linked('M [service:a] [env: b]', 'avg:mem{*}', 'service%3Aa'))).toHaveLength(1);
  });
});

describe('title-disagrees', () => {
  it('is a title that names instances which the queries do not show, whatever its link is', () => {
    const message =
      'title-disagrees: widgets[0]: "M [service:a]" names service:a, but its queries show service:b. Correct one of the two';
    expect(found(legacy('M [service:a]', 'avg:mem{service:b}'))).toEqual([message]);
    expect(found(linked('M [service:a]', 'avg:mem{service:b}', 'service%3Aa'))).toEqual([message]);
    expect(found(linked('M [service:a]', 'avg:mem{service:b}', 'service%3Ab'))).toEqual([message]);
  });

  it('is an error that --fix leaves alone', () => {
    const files = { 'a.json': dashboard('A', legacy('M [service:a]', 'avg:mem{!service:a}')) };
    const place = new Workplace(files);
    const before = place.read('a.json');
    const { code, stdout } = place.run('check', 'a.json', '--fix', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'title-disagrees', level: 'error' }]);
    expect(place.read('a.json')).toBe(before);
    expect(place.run('tag', 'a.json', '--dry-run').stdout).toContain('not linked');
  });
});

describe('a bracket whose key is no label key', () => {
  it('is told of once for each key, with the setting that makes it one', () => {
    const place = new Workplace({
      'a.json': dashboard(
        'A',
        legacy('M [status:5xx]', 'avg:mem{*}'),
        legacy('N [status:4xx]', 'avg:mem{*}'),
      ),
      'b.json': dashboard('B', legacy('M [status:5xx] [unit:ms]', 'avg:mem{*}')),
    });
    const { code, stdout, stderr } = place.run('check', 'a.json', 'b.json');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr.split('\n').filter((line) => line.includes('no label filter'))).toEqual([
      'a.json: note: widgets[0] has "[status:5xx]" in its title, which is no label filter: "status" is no label key. ' +
        'If instances have such a label, name its Datadog tag: --datadog-tag status=TAG, or datadogTags in rookout-datadog.json',
      expect.stringContaining('b.json: note: widgets[0] has "[unit:ms]" in its title'),
    ]);
    const named = place.run('check', 'a.json', '--datadog-tag', 'status=status');
    expect(named.stdout).toContain('"M [status:5xx]" has no link');
  });
});

describe('link-disagrees', () => {
  it('is a title with filters and no link', () => {
    expect(found(legacy('M [service:a] [env:b]', 'avg:mem{*}'))).toEqual([
      `link-disagrees: widgets[0]: "M [service:a] [env:b]" has no link "Set metric points". Add one that opens ${linkTo('service%3Aa%2Cenv%3Ab')}`,
    ]);
  });

  it('is a link to other instances than the title says', () => {
    expect(found(linked('M [service:a]', 'avg:mem{*}', 'service%3Ab'))).toEqual([
      `link-disagrees: widgets[0]: the link "Set metric points" of "M [service:a]" opens ${linkTo('service%3Ab')} instead of ${linkTo('service%3Aa')}`,
    ]);
  });

  it('is a link that does not follow the template variable that the queries follow', () => {
    const [finding] = found(linked('M', 'avg:mem{$service}', 'service%3Ab'));
    expect(finding).toContain(`instead of ${linkTo('service%3A{{$service.value}}')}`);
    expect(found(legacy('M', 'avg:mem{$service}'))).toHaveLength(1);
    expect(found(linked('M', 'avg:mem{$service}', 'service%3A{{$service.value}}'))).toEqual([]);
  });

  it('is a link where neither title nor queries name instances', () => {
    expect(found(linked('M', 'avg:mem{*}', 'service%3Aa'))[0]).toContain(
      'neither its title nor its queries name',
    );
  });

  it('goes by --session-link, and says so where it is not given', () => {
    const link = { label: 'Set metric points', link: 'https://rookout.example.com/service%3Aa' };
    const place = new Workplace({
      'a.json': dashboard('A', timeseries('M [service:a]', 'a{*}', { custom_links: [link] })),
    });
    const ran = place.run('check', 'a.json');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('If your Rookout has another URL, set it: --session-link <url>');
    const option = ['--session-link', 'https://rookout.example.com/{labels}'];
    expect(place.run('check', 'a.json', ...option)).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 dashboard checked, 0 findings\n',
    });
  });
});

describe('rookout-datadog check', () => {
  it('finds nothing in what tag has made by the same options', () => {
    const place = new Workplace({ 'in/shop.json': shop(), 'in/free.json': free() });
    const options = [
      '--widget-types',
      'timeseries,query_value',
      '--session-link',
      'https://r.example.com/{labels}',
    ];
    place.run('tag', 'in/shop.json', 'in/free.json', '--out', 'out', ...options);
    expect(place.run('check', 'out', ...options)).toMatchObject({ code: 0, stdout: '' });
    expect(place.run('check', 'in', ...options).stdout.match(/missing-filter/g)).toHaveLength(5);
  });

  it('names line and column of the title', () => {
    const text =
      '{"widgets": [{\r\n\t"definition": {"type": "timeseries",\r\n\t"title": "µ",\r\n "requests": [{"q": "a{service:x}"}]}}]}';
    const place = new Workplace({ 'a.json': `\uFEFF${text}` });
    expect(place.run('check', './a.json').stdout).toMatch(/^\.\/a\.json:3:11: missing-filter: /);
  });

  it('leaves out what patterns exclude', () => {
    const place = new Workplace({ 'a.json': shop(), 'b.json': dashboard('B', legacy('x', 'a{service:b}')) });
    const { stdout, stderr } = place.run(
      'check',
      'a.json',
      'b.json',
      '--exclude-dashboard',
      'b',
      '--exclude-title',
      '*',
    );
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '1 dashboard checked, 0 findings\n' });
  });

  it('--fail-on says which level makes the exit code 1; a file that can not be read always does', () => {
    const warning = dashboard('A', timeseries('Memory', 'avg:memory{service:cart}'));
    const error = dashboard('A', timeseries('Memory [service: cart]', 'avg:memory{service:cart}'));
    const place = new Workplace({ 'warning.json': warning, 'error.json': error, 'broken.json': '{' });
    const codes = (file: string) =>
      [[], ['--fail-on', 'warning'], ['--fail-on', 'error']].map(
        (options) => place.run('check', file, ...options).code,
      );
    expect(codes('warning.json')).toEqual([1, 1, 0]);
    expect(codes('error.json')).toEqual([1, 1, 1]);
    expect(codes('broken.json')).toEqual([1, 1, 1]);
    expect(place.run('check', 'error.json', '--fail-on', 'never').code).toBe(2);
    expect(place.run('check', 'warning.json', '--fail-on', 'error').stdout).toContain('missing-filter');
  });

  it('names queries that it does not understand', () => {
    const place = new Workplace({ 'a.json': dashboard('A', legacy('x', 'a{service:b')) });
    const { code, stdout } = place.run('check', 'a.json');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'unreadable-query: widgets[0]: a query of "x" can not be read: A brace is not closed',
    );
  });

  it('looks for dashboards in a directory and those in it', () => {
    const place = new Workplace({
      'd/a.json': shop(),
      'd/e/b.JSON': free(),
      'd/package.json': { name: 'x' },
      'd/tsconfig.json': '{ // comment\n}',
      'd/c.txt': 'no',
      'd/.git/c.json': free(),
      'd/node_modules/x/c.json': free(),
    });
    const { stdout, stderr } = place.run('check', 'd');
    expect([...new Set(stdout.match(/^[^:]+/gm))]).toEqual([join('d', 'a.json'), join('d', 'e', 'b.JSON')]);
    expect(stderr.split('\n').slice(1, 4)).toEqual([
      'd/package.json: note: ignored: it is not a dashboard',
      'd/tsconfig.json: note: passed over: is not JSON: a comment begins here, and JSON has no comments. Remove it',
      '2 dashboards checked, 5 findings',
    ]);
  });

  itOnPosix('goes on after what it can not read in a directory', () => {
    const place = new Workplace({ 'boards/z.json': shop() });
    symlinkSync('circle.json', join(place.path, 'boards', 'circle.json'));
    const { code, stdout, stderr } = place.run('check', 'boards');
    expect(code).toBe(1);
    expect(stderr).toContain('boards/circle.json: can not be read: its symbolic links form a circle\n');
    expect(stdout).toContain('boards/z.json:');
  });

  it('fails on a dashboard in a directory that is broken', () => {
    const place = new Workplace({ 'd/a.json': '{"widgets": [', 'd/b.json': dashboard('B') });
    const { code, stderr } = place.run('check', 'd');
    expect(code).toBe(1);
    expect(stderr).toContain('d/a.json:1:14: is not JSON: ');
  });

  it.each([
    ['gone', 'gone: can not be read: there is no such file or directory'],
    ['empty', 'empty: has no dashboard in it'],
    ['other.json', 'other.json: is JSON, but not a dashboard'],
    ['broken.json', 'broken.json:1:2: is not JSON'],
    ['title.json', 'title.json: widgets[0].definition.title: 7 is not text'],
  ])('fails on %s and goes on', (path, problem) => {
    const place = new Workplace({
      'empty/readme.txt': '',
      'other.json': [],
      'broken.json': '{',
      'title.json': dashboard('T', { ...legacy('', 'a{*}'), title: 7 }),
      'good.json': dashboard('G'),
    });
    const { code, stderr } = place.run('check', path, 'good.json');
    expect(code).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/^1 dashboard checked, 0 findings, \d failures?$/m);
  });
});
