import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'fs';
import { join } from 'path';
import { board, CHECKOUT, graph, LINK } from '../support/boards';
import { Workplace } from '../support/command';

let place: Workplace;
beforeEach(() => (place = new Workplace()));

describe('tag', () => {
  it('changes title and links, and not one other byte', () => {
    place.write('board.json', CHECKOUT);
    expect(place.run('tag', 'board.json', '--in-place')).toMatchObject({ code: 0, stderr: '' });
    const before = CHECKOUT.split('\n');
    const after = place.read('board.json').split('\n');
    const titles = after.filter((line) => /"title": ".* \[/.test(line));
    expect(titles).toEqual([
      '        "title": "Memory [k8s_deployment:checkoutservice] [env:production]",',
      '        "title": "Payment errors [service:paymentservice]",',
    ]);
    expect(
      JSON.parse(place.read('board.json')).widgets.map(({ definition }: any) => definition.custom_links),
    ).toEqual([
      [{ label: 'Set metric points', link: `${LINK}k8s_deployment%3Acheckoutservice%2Cenv%3Aproduction` }],
      [{ label: 'Set metric points', link: `${LINK}service%3Apaymentservice` }],
      [{ label: 'Set metric points', link: `${LINK}k8s_namespace%3A{{$namespace.value}}` }],
      undefined,
    ]);
    const changed = before.filter((line) => !after.includes(line));
    expect(changed.map((line) => line.trim())).toEqual([
      '"title": "Memory",',
      '"title": "Payment errors",',
      '"requests": [{ "q": "sum:kubernetes.containers.restarts{$namespace}", "display_type": "bars" }]',
    ]);
  });

  it('changes nothing the second time', () => {
    place.write('board.json', CHECKOUT);
    place.run('tag', 'board.json', '--in-place');
    const once = place.read('board.json');
    const { mtimeMs } = statSync(join(place.path, 'board.json'));
    expect(place.run('tag', 'board.json', '--in-place').code).toBe(0);
    expect(place.read('board.json')).toBe(once);
    expect(statSync(join(place.path, 'board.json')).mtimeMs).toBe(mtimeMs);
  });

  it.each<[string, string]>([
    ['one line', JSON.stringify(board(graph('A', 'a{service:a}')))],
    ['tabs', JSON.stringify(board(graph('A', 'a{service:a}')), null, '\t')],
    ['Windows line ends', JSON.stringify(board(graph('A', 'a{service:a}')), null, 2).replace(/\n/g, '\r\n')],
    ['a byte order mark', `\uFEFF${JSON.stringify(board(graph('A', 'a{service:a}')), null, 4)}\n`],
    [
      'numbers as they are spelt',
      JSON.stringify(board(graph('A', 'a{service:a}'))).replace(
        '{',
        '{"id":12345678901234567890,"x":1.50e+2,',
      ),
    ],
    [
      'no title',
      JSON.stringify(
        board({ definition: { type: 'timeseries', requests: [{ q: 'a{service:a}' }] } }),
        null,
        2,
      ),
    ],
  ])('keeps the formatting: %s', (_, text) => {
    place.write('board.json', text);
    expect(place.run('tag', 'board.json', '--in-place', '--title-untitled').code).toBe(0);
    const after = place.read('board.json');
    const { definition } = JSON.parse(after.replace('\uFEFF', '')).widgets[0];
    expect(definition.title).toMatch(/\[service:a\]$/);
    expect(definition.custom_links).toHaveLength(1);
    expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    expect(/\r\n/.test(after)).toBe(/\r\n/.test(text));
    expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(text));
    expect(after.endsWith('\n')).toBe(text.endsWith('\n'));
    for (const kept of text.match(/12345678901234567890|1\.50e\+2|\t"title": "Board"/g) ?? [])
      expect(after).toContain(kept);
  });

  it('writes elsewhere with --out, and nothing with --dry-run', () => {
    place.write('board.json', CHECKOUT);
    place.write('plain.json', JSON.stringify(board(graph('Load', 'load{*}')), null, 3));
    expect(place.run('tag', 'board.json', '--dry-run').stdout).toContain('1 of 1 dashboard would change');
    expect(readdirSync(place.path).sort()).toEqual(['board.json', 'plain.json']);
    expect(place.run('tag', 'board.json', 'plain.json', '--out', 'tagged').code).toBe(0);
    expect(place.read('board.json')).toBe(CHECKOUT);
    expect(place.read('tagged/board.json')).toContain('Payment errors [service:paymentservice]');
    expect(place.read('tagged/plain.json')).toBe(place.read('plain.json'));
    expect(readdirSync(join(place.path, 'tagged'))).toHaveLength(2);
  });

  it('takes settings', () => {
    const definition = { type: 'query_value', title: 'Now', requests: [{ q: 'a{app:cart}' }] };
    place.write('board.json', JSON.stringify(board({ definition }, graph('Draft', 'a{app:cart}'))));
    const { stdout } = place.run(
      ...['tag', 'board.json', '--in-place', '--label-keys', 'deployment', '--datadog-tag', 'deployment=app'],
      ...['--widget-types', 'query_value,timeseries', '--exclude-title', 'dra*'],
      ...['--session-link', 'https://rookout.example.com/{labels}'],
    );
    expect(stdout).toContain('excluded');
    const [now, draft] = JSON.parse(place.read('board.json')).widgets;
    expect(now.definition.title).toBe('Now [deployment:cart]');
    expect(now.definition.custom_links[0].link).toBe('https://rookout.example.com/deployment%3Acart');
    expect(draft.definition).not.toHaveProperty('custom_links');
  });

  it('writes through a symbolic link, and keeps the mode', () => {
    place.write('real.json', CHECKOUT);
    chmodSync(join(place.path, 'real.json'), 0o640);
    const { mode } = statSync(join(place.path, 'real.json'));
    symlinkSync('real.json', join(place.path, 'link.json'));
    expect(place.run('tag', 'link.json', '--in-place').code).toBe(0);
    expect(place.read('real.json')).toContain('[service:paymentservice]');
    expect(statSync(join(place.path, 'real.json')).mode).toBe(mode);
  });

  it('names what it can not do, goes on with the rest, and leaves nothing behind', () => {
    place.write('broken.json', '{\n  "widgets": [,]\n}');
    place.write('comma.json', '{\n  "widgets": [],\n}');
    place.write('list.json', '[]');
    place.write('title.json', JSON.stringify(board(graph(7 as any, 'a{*}'))));
    place.write('bare.json', JSON.stringify(board({})));
    place.write('deep.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    place.write('good.json', CHECKOUT);
    mkdirSync(join(place.path, 'directory.json'));
    const names = ['broken', 'comma', 'list', 'title', 'bare', 'deep', 'missing', 'directory', 'good'];
    const { code, stderr } = place.run('tag', ...names.map((name) => `${name}.json`), '--out', 'tagged');
    expect(code).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^broken\.json:2:15: /),
      expect.stringMatching(/^comma\.json:2:16: .*comma/),
      expect.stringMatching(/^list\.json: .*not a dashboard/),
      expect.stringMatching(/^title\.json.*widgets\[0\].*7/),
      expect.stringMatching(/^bare\.json.*widgets\[0\]\.definition/),
      expect.stringMatching(/^deep\.json:1:501: .*levels deep/),
      expect.stringMatching(/^missing\.json: .*no such file/),
      expect.stringMatching(/^directory\.json: .*directory/),
    ]);
    expect(readdirSync(join(place.path, 'tagged'))).toEqual(['good.json']);
  });

  it.each([
    [['tag'], 'missing required argument'],
    [['tag', 'a.json'], '--out <dir>, --in-place and --dry-run'],
    [['tag', 'a.json', '--in-place', '--out', 'x'], 'exactly one'],
    [['tag', 'a.json', '--dry-run', '--label-keys', '$a'], '"$a"'],
    [['tag', 'a.json', '--dry-run', '--session-link', 'x'], 'http'],
    [['tag', 'a.json', 'b/a.json', '--out', 'x'], 'a.json'],
    [['tga'], 'unknown command'],
    [['check'], 'missing required argument'],
    [['check', 'x', '--format', 'xml'], 'text'],
    [['import', 'a.json'], '--out'],
  ])('is not understood: %j', (argv, message) => {
    const { code, stderr } = place.run(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(place.path)).toEqual([]);
  });
});
