import { join } from 'path';
import { Workplace } from '../support/command';
import { dashboard, legacy } from '../support/dashboards';

const BOARD = dashboard('A', legacy('M', 'a{team:cart}'), legacy('Draft', 'a{service:cart}'));
const TEAM = { labelKeys: ['team'] };

/** A directory with a dashboard and a configuration. */
function configured(configuration: unknown): Workplace {
  return new Workplace({ 'a.json': BOARD, 'rookout-datadog.json': configuration });
}

function titles(place: Workplace, ...options: string[]): string[] {
  expect(place.run('tag', 'a.json', '--out', 'out', ...options)).toMatchObject({ code: 0, stderr: '' });
  return place.json('out/a.json').widgets.map(({ definition }: any) => definition.title);
}

describe('the configuration', () => {
  it('holds for tag and check where it lies in the current directory', () => {
    const place = configured({ tagging: TEAM });
    expect(titles(place)).toEqual(['M [team:cart]', 'Draft']);
    expect(place.run('check', 'out').code).toBe(0);
    expect(titles(new Workplace({ 'a.json': BOARD }))).toEqual(['M', 'Draft [service:cart]']);
  });

  it('is another one where --config names it', () => {
    const place = configured({ tagging: TEAM });
    place.write('ops/other.json', { tagging: { labelKeys: ['service'], excludeTitles: ['draft'] } });
    expect(titles(place, '--config', 'ops/other.json')).toEqual(['M', 'Draft']);
    expect(titles(place, '--config', join(place.path, 'ops/other.json'))).toEqual(['M', 'Draft']);
  });

  it.each<[string, object, string[], string[]]>([
    ['label keys', TEAM, ['--label-keys', 'service'], ['M', 'Draft [service:cart]']],
    [
      'datadog tags',
      { labelKeys: ['crew'], datadogTags: { crew: 'service' } },
      ['--datadog-tag', 'crew=team'],
      ['M [crew:cart]', 'Draft'],
    ],
    ['exclusions', { ...TEAM, excludeTitles: ['M'] }, ['--exclude-title', 'x'], ['M [team:cart]', 'Draft']],
    [
      'dashboards',
      { ...TEAM, excludeDashboards: ['A'] },
      ['--exclude-dashboard', 'x'],
      ['M [team:cart]', 'Draft'],
    ],
  ])('gives way to options: %s', (_, tagging, options, expected) => {
    const place = configured({ tagging });
    expect(titles(place, ...options)).toEqual(expected);
    expect(titles(place)).not.toEqual(expected);
  });

  it('says which kinds, which words and which address', () => {
    const tagging = {
      ...TEAM,
      sessionLink: 'https://r.example.com/',
      fixedSessionLink: true,
      linkLabel: 'Debug',
    };
    const place = configured({ tagging: { ...tagging, widgetTypes: ['query_value', 'timeseries'] } });
    titles(place);
    expect(place.json('out/a.json').widgets[0].definition.custom_links).toEqual([
      { label: 'Debug', link: 'https://r.example.com/' },
    ]);
  });

  it('is not a dashboard to check', () => {
    const place = configured({ tagging: TEAM });
    expect(place.run('check', '.').stderr).toBe('1 dashboard checked, 1 finding\n');
  });

  it.each<[string, string, string]>([
    [
      '{\n  "rules": { "missing-filter": "warn" }\n}',
      '2:32',
      'rules.missing-filter: "warn" is not known. Use one of: off, warning, error.',
    ],
    [
      '{\n  "rulez": {}\n}',
      '2:12',
      'rulez: "rulez" is not known. Use one of: $schema, rules, excuses, tagging.',
    ],
    ['[]', '1:1', '[] is not an object. Write it in braces: { … }.'],
    [
      '{"excuses": [{"title": "*", "reason": "x"},\n {"title": "*"}]}',
      '2:2',
      'excuses[1]: {"title":"*"} has no reason. Add a "reason".',
    ],
    [
      '{"excuses": [{"reason": "x"}]}',
      '1:14',
      'excuses[0]: {"reason":"x"} does not say which findings it excuses. Add one of: rule, file, dashboard, widget, title.',
    ],
    ['{"tagging": {"labelKeys": ["a",\n"$b"]}}', '2:1', 'tagging.labelKeys[1]: "$b" begins with "$"'],
    [
      '{"tagging": {"labelKeys": ["service", "a"],\n"datadogTags": {"a": "service"}}}',
      '1:27',
      'tagging.labelKeys: "a" has the Datadog tag "service", as "service" has, and',
    ],
    [
      '{"tagging": {"datadogTags": {"service": "env"}}}',
      '1:13',
      'tagging: "env" has the Datadog tag "env", as "service" has, and',
    ],
    [
      '{"tagging": {"sessionLink": "https://r.example.com/"}}',
      '1:29',
      'tagging.sessionLink: "https://r.example.com/" has no {labels}',
    ],
    [
      '{"tagging": {"sessionLink": "https://:/{labels}"}}',
      '1:29',
      'tagging.sessionLink: "https://:/{labels}" is not an http(s) URL',
    ],
    ['{"tagging": {},}', '1:15', 'is not JSON: there is a comma after the last entry. Remove it'],
  ])('is refused, with place, value, rule and fix: %j', (text, at, problem) => {
    const place = configured(text);
    for (const argv of [
      ['check', 'a.json'],
      ['tag', 'a.json', '--in-place'],
    ]) {
      const { code, stdout, stderr } = place.run(...argv);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`error: rookout-datadog.json:${at}: ${problem}`);
    }
    expect(place.json('a.json')).toEqual(BOARD);
  });

  it.each([
    ['gone.json', 'error: gone.json: can not be read: there is no such file or directory'],
    ['', 'The path is empty'],
  ])('is refused where --config names %j', (path, problem) => {
    const { code, stderr } = configured({}).run('check', 'a.json', '--config', path);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });
});
