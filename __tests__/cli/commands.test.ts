import { App } from 'cdktf';
import { execFileSync } from 'child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { run } from '../../lib/cli/run';
import { RookoutDashboard } from '../../lib';
import { newStack } from '../support/stack';

const ROOT = join(__dirname, '..', '..');
const CHECKOUT = readFileSync(join(ROOT, 'examples/dashboards/checkout.json'), 'utf8');
const LINK = 'https://app.rookout.com/?labels=';

let cwd: string;

beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'rookout-cli-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(cwd, name), text);
  return name;
}

function read(name: string): string {
  return readFileSync(join(cwd, name), 'utf8');
}

function command(...argv: string[]): { code: number; out: string; err: string } {
  let out = '';
  let err = '';
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = run(argv, { stdout, stderr, cwd });
  return { code, out, err };
}

function graph(title: string, query: string): object {
  return { definition: { title, type: 'timeseries', requests: [{ q: query }] } };
}

function board(...widgets: object[]): any {
  return { title: 'Board', layout_type: 'ordered', widgets };
}

describe('tag', () => {
  it('changes title and links, and not one other byte', () => {
    file('board.json', CHECKOUT);
    expect(command('tag', 'board.json', '--in-place')).toMatchObject({ code: 0, err: '' });
    const before = CHECKOUT.split('\n');
    const after = read('board.json').split('\n');
    const titles = after.filter((line) => /"title": ".* \[/.test(line));
    expect(titles).toEqual([
      '        "title": "Memory [k8s_deployment:checkoutservice] [env:production]",',
      '        "title": "Payment errors [service:paymentservice]",',
    ]);
    expect(
      JSON.parse(read('board.json')).widgets.map(({ definition }: any) => definition.custom_links),
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
    file('board.json', CHECKOUT);
    command('tag', 'board.json', '--in-place');
    const once = read('board.json');
    const { mtimeMs } = statSync(join(cwd, 'board.json'));
    expect(command('tag', 'board.json', '--in-place').code).toBe(0);
    expect(read('board.json')).toBe(once);
    expect(statSync(join(cwd, 'board.json')).mtimeMs).toBe(mtimeMs);
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
    file('board.json', text);
    expect(command('tag', 'board.json', '--in-place', '--title-untitled').code).toBe(0);
    const after = read('board.json');
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
    file('board.json', CHECKOUT);
    file('plain.json', JSON.stringify(board(graph('Load', 'load{*}')), null, 3));
    expect(command('tag', 'board.json', '--dry-run').out).toContain('1 of 1 dashboard would change');
    expect(readdirSync(cwd).sort()).toEqual(['board.json', 'plain.json']);
    expect(command('tag', 'board.json', 'plain.json', '--out', 'tagged').code).toBe(0);
    expect(read('board.json')).toBe(CHECKOUT);
    expect(read('tagged/board.json')).toContain('Payment errors [service:paymentservice]');
    expect(read('tagged/plain.json')).toBe(read('plain.json'));
    expect(readdirSync(join(cwd, 'tagged'))).toHaveLength(2);
  });

  it('takes settings', () => {
    const definition = { type: 'query_value', title: 'Now', requests: [{ q: 'a{app:cart}' }] };
    file('board.json', JSON.stringify(board({ definition }, graph('Draft', 'a{app:cart}'))));
    const { out } = command(
      ...['tag', 'board.json', '--in-place', '--label-keys', 'deployment', '--datadog-tag', 'deployment=app'],
      ...['--widget-types', 'query_value,timeseries', '--exclude-title', 'dra*'],
      ...['--session-link', 'https://rookout.example.com/{labels}'],
    );
    expect(out).toContain('excluded');
    const [now, draft] = JSON.parse(read('board.json')).widgets;
    expect(now.definition.title).toBe('Now [deployment:cart]');
    expect(now.definition.custom_links[0].link).toBe('https://rookout.example.com/deployment%3Acart');
    expect(draft.definition).not.toHaveProperty('custom_links');
  });

  it('writes through a symbolic link, and keeps the mode', () => {
    file('real.json', CHECKOUT);
    chmodSync(join(cwd, 'real.json'), 0o640);
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect(command('tag', 'link.json', '--in-place').code).toBe(0);
    expect(read('real.json')).toContain('[service:paymentservice]');
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o640);
  });

  it('names what it can not do, goes on with the rest, and leaves nothing behind', () => {
    file('broken.json', '{\n  "widgets": [,]\n}');
    file('comma.json', '{\n  "widgets": [],\n}');
    file('list.json', '[]');
    file('title.json', JSON.stringify(board(graph(7 as any, 'a{*}'))));
    file('bare.json', JSON.stringify(board({})));
    file('deep.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    file('good.json', CHECKOUT);
    mkdirSync(join(cwd, 'directory.json'));
    const names = ['broken', 'comma', 'list', 'title', 'bare', 'deep', 'missing', 'directory', 'good'];
    const { code, err } = command('tag', ...names.map((name) => `${name}.json`), '--out', 'tagged');
    expect(code).toBe(1);
    const lines = err.trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^broken\.json:2:15: /),
      expect.stringMatching(/^comma\.json:2:16: .*comma/),
      expect.stringMatching(/^list\.json: .*no dashboard/),
      expect.stringMatching(/^title\.json.*widgets\[0\].*7/),
      expect.stringMatching(/^bare\.json.*widgets\[0\]\.definition/),
      expect.stringMatching(/^deep\.json:1:501: .*levels deep/),
      expect.stringMatching(/^missing\.json: .*no such file/),
      expect.stringMatching(/^directory\.json: .*directory/),
    ]);
    expect(readdirSync(join(cwd, 'tagged'))).toEqual(['good.json']);
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
    const { code, err } = command(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('check', () => {
  const findings = (...argv: string[]) => command('check', ...argv, '--format', 'json');

  it('finds graphs without filter, malformed filters and links that disagree', () => {
    const stale = { ...(graph('B [service:b]', 'a{*}') as any).definition };
    stale.custom_links = [{ label: 'Set metric points', link: `${LINK}service%3Aother` }];
    file(
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
    const { code, out } = findings('board.json');
    expect(code).toBe(1);
    const found = JSON.parse(out).findings;
    expect(found.map(({ rule, widget }: any) => [rule, widget])).toEqual([
      ['missing-filter', 'widgets[0]'],
      ['link-disagrees', 'widgets[1]'],
      ['malformed-filter', 'widgets[2]'],
      ['link-disagrees', 'widgets[3]'],
    ]);
    const lines = read('board.json').split('\n');
    for (const { line, column } of found) expect(lines[line - 1].slice(column - 1)).toMatch(/^"[A-D]/);
  });

  it('is content with what tag has made, and with what is synthesized', () => {
    file('board.json', CHECKOUT);
    command('tag', 'board.json', '--in-place');
    expect(command('check', 'board.json')).toMatchObject({ code: 0, out: '' });
    const stack = newStack();
    const dashboard = new RookoutDashboard(stack, 'Overview', { services: ['cart'] });
    dashboard.addWidget({ type: 'timeseries', title: 'Own', requests: [{ q: 'a{service:own}' }] });
    App.of(stack).synth();
    const { code, out } = findings(App.of(stack).outdir);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toMatchObject([{ rule: 'missing-filter' }]);
  });

  it('writes SARIF that names rule, file and place', () => {
    file('board.json', CHECKOUT);
    const { code, out } = command('check', 'board.json', '--format', 'sarif', '--output', 'found.sarif');
    expect([code, out]).toEqual([1, '']);
    const { version, runs } = JSON.parse(read('found.sarif'));
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

describe('import', () => {
  it('writes a stack and keeps the dashboards beside it', () => {
    file('a.json', CHECKOUT);
    file('b.json', JSON.stringify({ ...board(graph('A', 'a{service:a}')), title: 'Checkout' }));
    expect(command('import', 'a.json', 'b.json', '--out', 'out/stack.ts').code).toBe(0);
    const stack = read('out/stack.ts');
    const ids = [...stack.matchAll(/fromFile\(this, '(\w+)', \{\s*path: join\(__dirname, '([^']+)'\)/g)];
    expect(ids).toHaveLength(2);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(2);
    expect(ids.map(([, , path]) => read(join('out', path)))).toEqual([CHECKOUT, read('b.json')]);
  });

  it('writes nothing where one input is bad, or something is there already', () => {
    file('a.json', CHECKOUT);
    file('bad.json', '{}');
    expect(command('import', 'a.json', 'bad.json', '--out', 'out/stack.ts').code).toBe(1);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    file('stack.ts', 'mine');
    const { code, err } = command('import', 'a.json', '--out', 'stack.ts');
    expect(code).toBe(1);
    expect(err).toContain('--force');
    expect(read('stack.ts')).toBe('mine');
    expect(existsSync(join(cwd, 'dashboards'))).toBe(false);
    expect(command('import', 'a.json', '--out', 'stack.ts', '--force').code).toBe(0);
    expect(read('stack.ts')).toContain('RookoutDashboard.fromFile');
  });
});

it('runs as a program', () => {
  file('board.json', CHECKOUT);
  const main = join(ROOT, 'lib/cli/rookout-datadog.ts');
  const env = { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };
  const register = require.resolve('ts-node/register', { paths: [ROOT] });
  const output = execFileSync(
    process.execPath,
    ['--require', register, main, 'tag', join(cwd, 'board.json'), '--dry-run'],
    { env, encoding: 'utf8' },
  );
  expect(output).toContain('1 of 1 dashboard would change');
});
