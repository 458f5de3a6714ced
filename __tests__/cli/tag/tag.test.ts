import { join } from 'path';
import { Workplace } from '../support/command';
import {
  dashboard,
  free,
  legacy,
  linkTo,
  metricPoints,
  shop,
  tabbed,
  timeseries,
} from '../support/dashboards';

/** The module itself, to watch the command's calls. */
const fs = jest.requireActual<typeof import('fs')>('fs');

const CART = dashboard('Cart', legacy('Memory', 'avg:mem{kube_deployment:cart}'));

function definitions(board: any): any[] {
  return board.widgets.flatMap(({ definition }: any) =>
    definition.widgets ? definitions(definition) : [definition],
  );
}

afterEach(() => jest.restoreAllMocks());

describe('rookout-datadog tag', () => {
  it('gives graphs the filters that their queries name, and the link', () => {
    const place = new Workplace({ 'shop.json': shop() });
    expect(place.run('tag', 'shop.json', '--in-place').code).toBe(0);
    const tagged = definitions(place.json('shop.json')).map(({ title, custom_links }) => [
      title,
      custom_links,
    ]);
    const filters = 'k8s_deployment%3Acartservice%2C%24hostname%3A{{pod_name.value}}%2Cenv%3Aprod';
    expect(tagged).toEqual([
      [undefined, undefined],
      ['Memory [k8s_deployment:cartservice] [env:prod]', [metricPoints(filters)]],
      ['Everything', undefined],
      ['Errors [service:checkoutservice]', [metricPoints('service%3Acheckoutservice')]],
      ['Latency [service:frontend]', [metricPoints('service%3Afrontend')]],
      ['Hits', [metricPoints('service%3A{{$service.value}}')]],
      ['Traces', undefined],
      ['Pods', undefined],
    ]);
  });

  it('changes titles and links only, whatever the layout', () => {
    for (const board of [shop(), free(), tabbed()]) {
      const place = new Workplace({ 'in.json': board });
      place.run('tag', 'in.json', '--out', 'out');
      const after = place.json('out/in.json');
      for (const definition of definitions(after)) delete definition.custom_links;
      definitions(board).forEach(({ title }, index) => {
        const definition = definitions(after)[index];
        expect(definition.title?.startsWith(title) ?? title === undefined).toBe(true);
        if (title !== undefined) definition.title = title;
      });
      expect(after).toEqual(board);
    }
  });

  it('shows what became of each graph', () => {
    const place = new Workplace({ 'shop.json': shop() });
    const { stdout, stderr } = place.run('tag', 'shop.json', '--dry-run');
    expect(stderr).toBe('');
    expect(stdout).toBe(
      [
        'shop.json  "Online Boutique"  would be tagged',
        '  WIDGET                            OUTCOME           TITLE                                                        REASON',
        '  widgets[1].definition.widgets[0]  tagged            "Memory" → "Memory [k8s_deployment:cartservice] [env:prod]"',
        '  widgets[1].definition.widgets[1]  nothing to infer  "Everything"                                                 queries name no instances',
        '  widgets[2]                        tagged            "Errors" → "Errors [service:checkoutservice]"                wider: status:error',
        '  widgets[3]                        tagged            "Latency" → "Latency [service:frontend]"',
        '  widgets[4]                        linked            "Hits" (link only)                                           instances follow a template variable',
        '  widgets[5]                        not understood    "Traces"                                                     What a query of "traces" shows of instances can\'t be told',
        '1 of 1 dashboard would change; graphs: 3 tagged, 1 nothing to infer, 1 linked, 1 not understood',
        '',
      ].join('\n'),
    );
  });

  it('writes nothing in a dry run', () => {
    const place = new Workplace({ 'shop.json': shop() });
    const before = place.read('shop.json');
    place.run('tag', 'shop.json', '--dry-run');
    expect(place.list()).toEqual(['shop.json']);
    expect(place.read('shop.json')).toBe(before);
  });

  it('done twice equals once', () => {
    const place = new Workplace({ 'shop.json': shop() });
    place.run('tag', 'shop.json', '--in-place');
    const once = place.read('shop.json');
    const { ino, mtimeMs } = fs.statSync(join(place.path, 'shop.json'));
    expect(place.run('tag', 'shop.json', '--in-place').stdout).toContain('0 of 1 dashboard changed');
    expect(place.read('shop.json')).toBe(once);
    expect(fs.statSync(join(place.path, 'shop.json'))).toMatchObject({ ino, mtimeMs });
  });

  it('shows titles on one line and keeps a terminal from acting on them', () => {
    const place = new Workplace({
      'a.json': dashboard('A\u001b[2J', legacy('x\n\u202ey', 'avg:a{service:b}')),
    });
    const { stdout } = place.run('tag', 'a.json', '--dry-run');
    expect(stdout).toContain('"A\\u{1b}[2J"');
    expect(stdout).toContain('"x\\n\\u{202e}y"');
  });

  it('tells how far it is, where there are many files and a terminal', () => {
    const files = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`d${index}.json`, CART]));
    const place = new Workplace(files);
    const names = Object.keys(files);
    expect(place.runOn({ isTTY: true }, 'tag', ...names, '--dry-run').stderr).toContain(
      '21 of 21 files: d20.json',
    );
    expect(place.runOn({ isTTY: true }, 'tag', ...names.slice(1), '--dry-run').stderr).toBe('');
    expect(place.run('tag', ...names, '--dry-run').stderr).toBe('');
  });
});

describe('the options of rookout-datadog tag', () => {
  const tagged = (options: string[], board = CART) => {
    const place = new Workplace({ 'a.json': board });
    expect(place.run('tag', 'a.json', '--in-place', ...options)).toMatchObject({ code: 0, stderr: '' });
    return definitions(place.json('a.json'));
  };

  it('--label-keys and --datadog-tag choose the filters', () => {
    const board = dashboard('A', legacy('M', 'avg:m{team_name:core,service:cart,kube_deployment:cart-v2}'));
    expect(tagged(['--label-keys', 'service'], board)[0].title).toBe('M [service:cart]');
    expect(tagged(['--label-keys', 'team,service', '--datadog-tag', 'team=team_name'], board)[0].title).toBe(
      'M [team:core] [service:cart]',
    );
  });

  it('--session-link is where the link leads', () => {
    const [{ custom_links }] = tagged(['--session-link', 'https://rookout.example.com/#/{labels}']);
    expect(custom_links[0].link).toBe('https://rookout.example.com/#/k8s_deployment%3Acart');
  });

  it('--live-debugger is what the link opens, on the site of --site', () => {
    const linkWith = (...options: string[]) => tagged(options)[0].custom_links[0].link;
    expect(linkWith('--live-debugger', 'datadog', '--site', 'datadoghq.eu')).toBe(
      'https://app.datadoghq.eu/apm/traces?query=kube_deployment%3Acart',
    );
    expect(linkWith('--live-debugger', 'dynatrace:abc.apps.dynatrace.com')).toBe(
      'https://abc.apps.dynatrace.com/ui/apps/dynatrace.devobs.debugger/debugger',
    );
    expect(linkWith('--live-debugger', 'https://r.example.com/{service}')).toBe('https://r.example.com/cart');
  });

  it('--widget-types tags other kinds', () => {
    const titles = tagged(['--widget-types', 'query_value,timeseries'], shop()).map(({ title }) => title);
    expect(titles).toContain('Pods [k8s_deployment:cartservice]');
    expect(titles).toContain('Latency [service:frontend]');
  });

  it('--exclude-title leaves graphs alone', () => {
    const titles = tagged(['--exclude-title', 'mem*', '--exclude-title', 'Errors'], shop()).map(
      ({ title }) => title,
    );
    expect(titles).toEqual(expect.arrayContaining(['Memory', 'Errors', 'Latency [service:frontend]']));
  });

  it('--exclude-dashboard leaves dashboards alone', () => {
    const place = new Workplace({ 'a.json': CART });
    const { stdout } = place.run('tag', 'a.json', '--out', 'out', '--exclude-dashboard', 'ca*');
    expect(stdout).toContain('a.json  "Cart"  excluded → out/a.json');
    expect(place.read('out/a.json')).toBe(place.read('a.json'));
  });

  it.each([
    [[], 'exactly one of --out <dir>, --in-place and --dry-run'],
    [['--in-place', '--dry-run'], 'exactly one of'],
    [['--out', 'x', '--in-place'], 'exactly one of'],
    [['--out', ''], 'The path is empty'],
    [['', '--dry-run'], 'a path is empty'],
    [['--dry-run', '--label-keys', '$env'], 'begins with "$", which Rookout only accepts'],
    [['--dry-run', '--label-keys', 'a,,b'], 'A name is empty'],
    [['--dry-run', '--datadog-tag', 'service'], 'Write it as label=tag'],
    [['--dry-run', '--datadog-tag', 'service=env'], 'has the Datadog tag "env", as "service" has, and'],
    [['--dry-run', '--session-link', 'https://x.example.com'], 'has no {labels}'],
    [['--dry-run', '--live-debugger', 'lightrun'], 'Use rookout, datadog, dynatrace:'],
    [['--dry-run', '--live-debugger', 'datadog', '--site', 'ddog-gov.com'], 'is not available on the site'],
    [['--dry-run', '--site', 'datadog.com'], 'Use one of: datadoghq.com'],
    [
      ['--dry-run', '--live-debugger', 'datadog', '--session-link', 'https://r.example.com/{labels}'],
      'is set beside sessionLink, which is the same setting',
    ],
    [['--dry-run', '--widget-types', 'querry_value'], 'Use one of: bar_chart'],
    [['--dry-run', '--colour'], "unknown option '--colour'"],
  ])('%j are no usage', (options, problem) => {
    const place = new Workplace({ 'a.json': CART });
    const before = place.read('a.json');
    const { code, stdout, stderr } = place.run('tag', 'a.json', ...options);
    expect(stderr).toContain(problem);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(place.read('a.json')).toBe(before);
    expect(place.list()).toEqual(['a.json']);
  });

  it('need a file', () => expect(new Workplace().run('tag', '--dry-run').code).toBe(2));
});

describe('links', () => {
  it('beside Set metric points stay, and one that is out of line is mended', () => {
    const other = { label: 'Runbook', link: 'https://example.com', override_label: 'logs' };
    const old = { ...metricPoints('service%3Aold'), is_hidden: false };
    const place = new Workplace({
      'a.json': dashboard('A', timeseries('M [service:cart]', 'avg:m{*}', { custom_links: [old, other] })),
    });
    const { stdout } = place.run('tag', 'a.json', '--in-place');
    expect(stdout).toContain('"M [service:cart]" (link only)  link was missing, or opened other instances');
    expect(definitions(place.json('a.json'))[0].custom_links).toEqual([
      { label: 'Set metric points', link: linkTo('service%3Acart'), is_hidden: false },
      other,
    ]);
  });
});
