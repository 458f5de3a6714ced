import { existsSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { namesOf } from '../../../lib/cli/import/stack-text';
import { PLAN, SECRET, STATE } from '../../support/plans';
import { Workplace } from '../support/command';
import { dashboard, free, legacy, shop, tabbed } from '../support/dashboards';

const ROOT = join(__dirname, '..', '..', '..');
const fs = jest.requireActual<typeof import('fs')>('fs');

/** One of several exports, each with its own id. */
function exported(dashboard: object, number: number): object {
  return { ...dashboard, id: `abc-def-00${number}` };
}

/** The ids that the app declares, with the dashboards' files. */
function declared(app: string): [string, string][] {
  return [...app.matchAll(/fromFile\(this, '(.*?)', .*?__dirname, '(.*?)'/g)].map(([, id, file]) => [
    id,
    file,
  ]);
}

function typeErrors(file: string): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const paths = { 'cdktf-datadog-rookout': ['lib/index.ts'] };
  const program = ts.createProgram([file], { ...options, types: ['node'], baseUrl: ROOT, paths });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

afterEach(() => jest.restoreAllMocks());

describe('rookout-datadog import', () => {
  it('names what users have set and the import leaves out', () => {
    const place = new Workplace({
      'open.json': { ...shop(), is_read_only: false },
      'closed.json': { ...free(), is_read_only: true },
    });
    const { code, stderr } = place.run('import', 'open.json', 'closed.json', '--out', 'stack.ts');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^closed\.json: note: The import leaves out is_read_only \(.+\)\.\n$/);
  });

  it('writes an app that compiles and synthesizes as it is', () => {
    const crlf = JSON.stringify(exported(tabbed(), 1), null, 4).replace(/\n/g, '\r\n');
    const place = new Workplace(
      { 'shop.json': shop(), 'free.json': free(), 'tabs.json': `\uFEFF${crlf}` },
      ROOT,
    );
    const { code, stdout, stderr } = place.run(
      'import',
      'shop.json',
      'free.json',
      'tabs.json',
      '--out',
      'app/stack.ts',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'app/stack.ts declares 3 dashboards',
        '  ID              FILE                             TITLE',
        '  OnlineBoutique  dashboards/online-boutique.json  "Online Boutique"',
        '  Wall            dashboards/wall.json             "Wall"',
        '  Tabbed          dashboards/tabbed.json           "Tabbed"',
        '2 of them exist. The first deploy makes others beside those. With --adopt it takes them over',
        "Synthesize it: npx cdktf synth --app 'node -r ts-node/register app/stack.ts'",
        '',
      ].join('\n'),
    );
    expect(place.read('app/dashboards/tabbed.json')).toBe(`\uFEFF${crlf}`);
    expect(place.read('app/dashboards/wall.json')).toBe(place.read('free.json'));
    expect(typeErrors(join(place.path, 'app/stack.ts'))).toEqual([]);

    place.write('out/.keep', '');
    process.env.CDKTF_OUTDIR = join(place.path, 'out');
    try {
      jest.isolateModules(() => jest.requireActual(join(place.path, 'app/stack.ts')));
    } finally {
      delete process.env.CDKTF_OUTDIR;
    }
    const { resource } = place.json('out/stacks/dashboards/cdk.tf.json');
    expect(Object.keys(resource.datadog_dashboard_json)).toHaveLength(3);
    expect(place.run('check', 'out')).toMatchObject({ code: 0, stdout: '' });
  }, 120_000);

  it('takes over dashboards that exist with --adopt, and else says in a comment how', () => {
    const place = new Workplace({
      'shop.json': { ...shop(), id: 'abc-def-ghi' },
      'new.json': { ...free(), id: undefined },
    });
    const lines = (...options: string[]) => {
      expect(
        place.run('import', 'shop.json', 'new.json', '--out', 'stack.ts', '--force', ...options).code,
      ).toBe(0);
      return place.read('stack.ts').match(/ +RookoutDashboard\.fromFile.*/g);
    };
    const shopLine =
      "    RookoutDashboard.fromFile(this, 'OnlineBoutique', { path: join(__dirname, 'dashboards/online-boutique.json') })";
    const newLine =
      "    RookoutDashboard.fromFile(this, 'Wall', { path: join(__dirname, 'dashboards/wall.json') });";
    expect(lines()).toEqual([`${shopLine}; // .resource.importFrom('abc-def-ghi');`, newLine]);
    expect(lines('--adopt')).toEqual([`${shopLine}.resource.importFrom('abc-def-ghi');`, newLine]);
    expect(place.read('stack.ts')).toContain('CDKTF runs\n    // `terraform version` when it synthesizes.');
  });

  it.each([[], ['--adopt']])('refuses two dashboards with one id, and writes nothing: %j', (...options) => {
    const one = { ...shop(), id: 'abc-def-ghi' };
    const state = {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            {
              address: 'datadog_dashboard_json.shop',
              mode: 'managed',
              type: 'datadog_dashboard_json',
              values: { dashboard: JSON.stringify(shop()), id: 'abc-def-ghi' },
            },
          ],
        },
      },
    };
    const place = new Workplace({
      'old.json': one,
      'new.json': { ...one, title: 'New' },
      'state.json': state,
    });
    const args = ['old.json', 'new.json', 'state.json', '--out', 'stack.ts', ...options];
    expect(place.run('import', ...args)).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'new.json: has the id "abc-def-ghi", as old.json has. ' +
        'Name one of the two, or take the "id" out of a file that is to become a dashboard of its own\n' +
        'state.json: datadog_dashboard_json.shop has the id "abc-def-ghi", as old.json has. ' +
        'Name one of the two, or take the "id" out of a file that is to become a dashboard of its own\n' +
        'Nothing has been written.\n',
    });
    expect(place.list()).toEqual(['new.json', 'old.json', 'state.json']);
  });

  it('does not write an id into the app that is none', () => {
    const place = new Workplace({ 'shop.json': { ...shop(), id: "'); process.exit(); //" } });
    place.run('import', 'shop.json', '--out', 'stack.ts', '--adopt');
    expect(place.read('stack.ts')).not.toMatch(/process|importFrom/);
  });

  it('takes what a state has as JSON, and says what is left out', () => {
    const place = new Workplace({ 'state.json': STATE });
    const { code, stderr } = place.run('import', 'state.json', '--out', 'stack.ts', '--adopt');
    expect(code).toBe(0);
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      'state.json: note: datadog_dashboard.typed is left out: its widgets are blocks of Terraform. Export it from Datadog, and ' +
        'import that file',
      'state.json: note: datadog_dashboard.unknown is left out: its widgets are blocks of Terraform. Export it from Datadog, ' +
        'and import that file',
      'state.json: note: datadog_dashboard_json.hidden is left out: it is sensitive',
    ]);
    expect(place.list('dashboards')).toEqual([
      'heredoc.json',
      'leaves.json',
      'steady.json',
      'web-eu.json',
      'web-us.json',
    ]);
    expect(place.json('dashboards/web-eu.json').widgets[0].definition.title).toBe('Latency');
    expect(place.read('stack.ts').match(/\.importFrom\('[a-z0-9-]+'\)/g)).toHaveLength(5);
    expect(
      place
        .list('dashboards')
        .map((name) => place.read(`dashboards/${name}`))
        .join(''),
    ).not.toContain(SECRET);
  });

  it('takes what a plan leaves behind', () => {
    const place = new Workplace({ 'plan.json': PLAN });
    expect(place.run('import', 'plan.json', '--out', 'stack.ts').code).toBe(0);
    expect(place.list('dashboards')).toEqual(['heredoc.json', 'steady.json', 'web-eu.json', 'web-us.json']);
    expect(place.json('dashboards/heredoc.json').widgets[0].definition.title).toBe('Memory [service:cart]');
  });

  it('refuses a plan that has nothing to import', () => {
    const place = new Workplace({ 'plan.json': { format_version: '1.2', resource_changes: [] } });
    const { code, stderr } = place.run('import', 'plan.json', '--out', 'stack.ts');
    expect([code, stderr]).toEqual([
      1,
      'plan.json: has no datadog_dashboard_json in it\nNothing has been written.\n',
    ]);
  });

  it('writes the same app in Python', () => {
    const place = new Workplace({ 'shop.json': { ...shop(), id: 'abc-def-ghi' } });
    const options = ['--out', 'main.py', '--language', 'python', '--adopt'];
    const { code, stdout } = place.run('import', 'shop.json', ...options);
    expect(code).toBe(0);
    expect(stdout).toContain("npx cdktf synth --app 'python3 main.py'\n");
    expect(place.read('main.py')).toContain(
      '        RookoutDashboard.from_file(self, "OnlineBoutique", path=str(DASHBOARDS / "online-boutique.json"))' +
        '.resource.import_from("abc-def-ghi")\n',
    );
    expect(place.run('import', 'shop.json', '--out', 'stack.ts', '--language', 'python')).toMatchObject({
      code: 2,
      stderr:
        'error: option \'--out\': "stack.ts" is not a file of the language python. Name one, as in --out stack.py\n',
    });
  });

  it('names dashboards by their titles', () => {
    const titles = [
      'Online Boutique',
      'online  boutique!',
      'CPU & memory',
      '1E Dashboard',
      'Métriques d’été',
      '注文',
      '🚀',
      '123',
      'Datadog',
      'con',
      '../../etc/passwd',
      "'); process.exit(); //",
      'x'.repeat(300),
    ];
    const files = titles.map((title, index) => [`${index}.json`, exported(dashboard(title), index)]);
    const place = new Workplace(Object.fromEntries(files));
    expect(place.run('import', ...files.map(([name]) => name as string), '--out', 'stack.ts').code).toBe(0);
    expect(declared(place.read('stack.ts'))).toEqual([
      ['OnlineBoutique', 'dashboards/online-boutique.json'],
      ['OnlineBoutique2', 'dashboards/online-boutique-2.json'],
      ['CPUMemory', 'dashboards/cpu-memory.json'],
      ['Dashboard1EDashboard', 'dashboards/1e-dashboard.json'],
      ['MetriquesDete', 'dashboards/metriques-dete.json'],
      ['Dashboard', 'dashboards/dashboard.json'],
      ['Dashboard2', 'dashboards/dashboard-2.json'],
      ['Dashboard123', 'dashboards/123.json'],
      ['Datadog2', 'dashboards/datadog.json'],
      ['Con', 'dashboards/dashboard-con.json'],
      ['EtcPasswd', 'dashboards/etc-passwd.json'],
      ['ProcessExit', 'dashboards/process-exit.json'],
      ['X' + 'x'.repeat(59), `dashboards/${'x'.repeat(60)}.json`],
    ]);
    expect(place.list('dashboards')).toHaveLength(titles.length);
  });

  it.each([
    ['no JSON', '{"title": "x"', 'bad.json:1:14: is not JSON'],
    ['no dashboard', { title: 'x' }, 'bad.json: is JSON, but not a dashboard'],
    [
      'a layout that is none',
      { ...dashboard('x'), layout_type: 'round' },
      'bad.json: dashboard.layout_type: "round"',
    ],
    ['no title', { ...dashboard('x'), title: null }, 'bad.json: dashboard.title: null is not text'],
    [
      'a widget that is none',
      { ...dashboard('x'), widgets: [null] },
      'bad.json: widgets[0].definition: null',
    ],
    ['a tab that is none', { ...tabbed(), tabs: [null] }, 'bad.json: tabs[0]: null is not a tab'],
    [
      'a title of a graph that can not be tagged',
      dashboard('x', { ...legacy('', 'a{*}'), title: 7 }),
      'bad.json: widgets[0].definition.title: 7 is not text',
    ],
    [
      'what looks like a token',
      '{"layout_type":"ordered","title":"T","widgets":[],\n"description": "${TfToken[TOKEN.7]}"}',
      "bad.json:2:17: looks like CDKTF's marker of a token",
    ],
    [
      'a number that would lose digits',
      '{"layout_type":"ordered","title":"T","widgets":[],\n"x": 12345678901234567890}',
      'bad.json:2:6: begins with a whole number beyond 2^53, which would lose digits',
    ],
    [
      'a number that would be infinite',
      '{"layout_type":"ordered","title":"T","widgets":[],\n"x": 1e400}',
      'bad.json:2:6: begins with a number that is too large to be read',
    ],
  ])('writes nothing where one file is no good: %s', (_, content, problem) => {
    const place = new Workplace({ 'good.json': shop(), 'bad.json': content });
    const { code, stdout, stderr } = place.run(
      'import',
      'good.json',
      'bad.json',
      'gone.json',
      '--out',
      'stack.ts',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(problem);
    expect(stderr).toContain('gone.json: can not be read');
    expect(stderr).toContain('Nothing has been written.');
    expect(place.list()).toEqual(['bad.json', 'good.json']);
  });

  it.each(['stack.ts', 'dashboards/online-boutique.json'])('writes over %s with --force only', (name) => {
    const place = new Workplace({ 'shop.json': shop(), [name]: 'mine' });
    const { code, stderr } = place.run('import', 'shop.json', '--out', 'stack.ts');
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${name}: exists already. Nothing has been written. Choose another --out, or overwrite it with --force\n`,
    );
    expect(place.read(name)).toBe('mine');
    expect(existsSync(join(place.path, 'stack.ts'))).toBe(name === 'stack.ts');
    expect(place.run('import', 'shop.json', '--out', 'stack.ts', '--force').code).toBe(0);
    expect(place.read(name)).not.toBe('mine');
  });

  it('takes text that looks like a template of Terraform', () => {
    const place = new Workplace({ 'a.json': dashboard('${var.x} %{if}') });
    const { code, stderr } = place.run('import', 'a.json', '--out', 'stack.ts');
    expect(code).toBe(0);
    expect(stderr).toBe(
      'a.json:2:13: note: the first of 2 template expressions, "${…}" or "%{…}". ' +
        'They stay text, since RookoutDashboard.fromFile does not evaluate them\n',
    );
    expect(declared(place.read('stack.ts'))).toEqual([['VarXIf', 'dashboards/var-x-if.json']]);
    expect(place.json('dashboards/var-x-if.json').title).toBe('${var.x} %{if}');
  });

  it('says nothing of the literals of a template', () => {
    const place = new Workplace({ 'a.json': dashboard('$${x} %%{y} $5 100%') });
    expect(place.run('import', 'a.json', '--out', 'stack.ts').stderr).toBe('');
  });

  it('names many dashboards of one title', () => {
    const titles = Array.from({ length: 60_000 }, () => ({ title: 'Same' }));
    expect(
      namesOf([{ title: 'Same 2' }, ...titles])
        .slice(0, 4)
        .map(({ id, file }) => [id, file]),
    ).toEqual([
      ['Same2', 'same-2.json'],
      ['Same', 'same.json'],
      ['Same3', 'same-3.json'],
      ['Same4', 'same-4.json'],
    ]);
  });

  it.each([
    [
      'a.json/stack.ts',
      'a.json/dashboards/online-boutique.json: can not be written: a part of its path is no',
    ],
    [
      'loop/stack.ts',
      'loop/dashboards/online-boutique.json: can not be written: its symbolic links form a circle',
    ],
    ['taken/stack.ts', 'taken/dashboards/online-boutique.json: can not be written: a part of its path is no'],
    [
      '/proc/none/stack.ts',
      '/proc/none/dashboards: can not be created as a directory: there is no such file',
    ],
  ])('says why it can not write %s, and leaves nothing', (out, problem) => {
    const place = new Workplace({ 'a.json': shop(), 'taken/dashboards': '' });
    fs.symlinkSync('loop', join(place.path, 'loop'));
    const { code, stdout, stderr } = place.run('import', 'a.json', '--out', out);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(problem);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(place.list()).toEqual(['a.json', 'loop', 'taken']);
    expect(place.list('taken')).toEqual(['dashboards']);
  });

  it('writes over no directory', () => {
    const place = new Workplace({ 'a.json': shop(), 'stack.ts/mine': '' });
    const { code, stderr } = place.run('import', 'a.json', '--out', 'stack.ts', '--force');
    expect(code).toBe(1);
    expect(stderr).toBe('stack.ts: can not be written: it is a directory. Nothing has been written\n');
    expect(place.list()).toEqual(['a.json', 'stack.ts']);
  });

  it('says how to synthesize an app whose path has spaces', () => {
    const { stdout } = new Workplace({ 'a.json': shop() }).run(
      'import',
      'a.json',
      '--out',
      'my app/stack.ts',
    );
    expect(stdout).toContain(`npx cdktf synth --app 'node -r ts-node/register "my app/stack.ts"'`);
  });

  it('leaves a dashboard that is in its place already', () => {
    const place = new Workplace({ 'dashboards/online-boutique.json': shop() });
    expect(place.run('import', 'dashboards/online-boutique.json', '--out', 'stack.ts').code).toBe(0);
    expect(place.json('dashboards/online-boutique.json')).toEqual(shop());
  });

  it('takes back what it has written where it can not go on', () => {
    const place = new Workplace({
      'a.json': dashboard('A'),
      'b.json': exported(dashboard('B', legacy('x', 'a{*}')), 1),
    });
    const rename = fs.renameSync;
    jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (String(to).endsWith('stack.ts')) throw Object.assign(new Error('no'), { code: 'ENOSPC' });
      rename(from, to);
    });
    const { code, stderr } = place.run('import', 'a.json', 'b.json', '--out', 'stack.ts');
    expect(code).toBe(1);
    expect(stderr).toBe('stack.ts: can not be written: there is no space left. Nothing has been written\n');
    expect(place.list()).toEqual(['a.json', 'b.json']);
  });

  it('gives what it has written over its old content back', () => {
    const place = new Workplace({
      'a.json': dashboard('A'),
      'b.json': exported(dashboard('B'), 1),
      'dashboards/a.json': 'mine',
      'stack.ts': 'mine',
    });
    fs.chmodSync(join(place.path, 'dashboards/a.json'), 0o640);
    const { mode } = fs.statSync(join(place.path, 'dashboards/a.json'));
    const rename = fs.renameSync;
    jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (String(to).endsWith('stack.ts')) throw Object.assign(new Error('no'), { code: 'EROFS' });
      rename(from, to);
    });
    expect(place.run('import', 'a.json', 'b.json', '--out', 'stack.ts', '--force').code).toBe(1);
    expect(place.list('dashboards')).toEqual(['a.json']);
    expect(place.read('dashboards/a.json')).toBe('mine');
    expect(fs.statSync(join(place.path, 'dashboards/a.json')).mode).toBe(mode);
    expect(place.read('stack.ts')).toBe('mine');
    jest.restoreAllMocks();
    expect(place.run('import', 'a.json', 'b.json', '--out', 'stack.ts', '--force').code).toBe(0);
    expect(place.list('dashboards')).toEqual(['a.json', 'b.json']);
    expect(place.list()).toEqual(['a.json', 'b.json', 'dashboards', 'stack.ts']);
  });

  it.each([[[]], [['--out', 'stack.js']], [['--out', 'stack.d.ts']], [['--out', '']]])(
    '%j is no usage',
    (options) => {
      const place = new Workplace({ 'a.json': shop() });
      expect(place.run('import', 'a.json', ...options).code).toBe(2);
      expect(place.list()).toEqual(['a.json']);
    },
  );
});

describe('rookout-datadog import of files of Terraform', () => {
  const resource = (name: string, dashboard: string, more = '') =>
    `resource "datadog_dashboard_json" "${name}" {\n${more}  dashboard = ${dashboard}\n}\n`;
  const object = (title: string, more = '') =>
    `jsonencode({\n    title = "${title}"\n    layout_type = "ordered"\n    ${more}\n    widgets = [\n` +
    '      { definition = { type = "timeseries", title = "CPU", requests = [{ q = "a{service:cart}" }] } }\n    ]\n  })';
  const heredoc = (content: string) => `<<EOT\n${content}\nEOT`;
  const imported = (files: Record<string, unknown>) => {
    const place = new Workplace(files);
    return { place, ...place.run('import', 'main.tf', '--out', 'stack.ts') };
  };

  it('takes what is written out there: objects, heredocs and files of JSON', () => {
    const text =
      resource('encoded', object('Encoded $${env} %%{if}')) +
      resource('heredoc', heredoc('{ "title": "Heredoc", "layout_type": "free", "widgets": [] }')) +
      resource('file', 'file("${path.module}/boards/shop.json")');
    const { place, code, stderr } = imported({
      'main.tf': text,
      'boards/shop.json': exported(shop(), 1),
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^main\.tf: note: a file of Terraform has no ids .* terraform show -json > state\.json\n$/,
    );
    expect(place.list('dashboards')).toEqual(['encoded-env-if.json', 'heredoc.json', 'online-boutique.json']);
    expect(place.json('dashboards/encoded-env-if.json')).toEqual({
      title: 'Encoded ${env} %{if}',
      layout_type: 'ordered',
      widgets: [{ definition: { type: 'timeseries', title: 'CPU', requests: [{ q: 'a{service:cart}' }] } }],
    });
    expect(place.json('dashboards/online-boutique.json')).toEqual(exported(shop(), 1));
    expect(place.read('stack.ts').match(/importFrom\('.*'\)/g)).toEqual(["importFrom('abc-def-001')"]);
  });

  it.each<[string, string, string]>([
    [
      'several',
      resource('a', object('A'), '  for_each = toset(["a"])\n'),
      'it has for_each, which only Terraform reads (line 2,',
    ],
    ['another account', resource('a', object('A'), '  provider = datadog.eu\n'), 'it has provider,'],
    ['a value', resource('a', object('A ${var.a}')), 'only Terraform knows a part of it (line 3, column 16)'],
    ['a directive', resource('a', object('A %{if true}B%{endif}')), 'only Terraform knows a part of it'],
    [
      'a reference',
      resource('a', object('A', 'description = var.text')),
      'only Terraform knows a part of it',
    ],
    [
      'a value in a heredoc',
      resource('a', heredoc('{ "title": "${var.a}", "widgets": [] }')),
      'only Terraform knows a part',
    ],
    [
      'a heredoc in an object',
      resource('a', object('A', 'description = <<-EOT\n      text\n    EOT')),
      'it has a heredoc in it, whose indentation Terraform takes away',
    ],
    ['a computed key', resource('a', object('A', '(var.key) = 1')), 'only Terraform knows'],
    [
      'digits',
      resource('a', object('A', 'id_of_it = 12345678901234567890')),
      'it has a number that would lose digits',
    ],
    ['digits in a heredoc', resource('a', heredoc('{ "n": 12345678901234567890, "widgets": [] }')), 'digits'],
    ['a template', resource('a', 'templatefile("a.tftpl", {})'), 'only Terraform knows its dashboard'],
    ['a merge', resource('a', 'jsonencode(merge({}, {}))'), 'only Terraform knows its dashboard'],
    [
      'widgets in a loop',
      resource('a', 'jsonencode({ widgets = [for w in [] : w] })'),
      'only Terraform knows',
    ],
  ])('leaves what is not certain, and names what has it: %s', (_, text, problem) => {
    const { place, code, stderr } = imported({ 'main.tf': text });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^main\.tf: has no datadog_dashboard_json that can be imported: datadog_dashboard_json\.a is left out: /,
    );
    expect(stderr).toContain(problem);
    expect(stderr).toContain(
      'A state has all of it: terraform show -json > state.json\nNothing has been written.\n',
    );
    expect(place.list()).toEqual(['main.tf']);
  });

  it('takes the others of the file', () => {
    const { place, code, stderr } = imported({
      'main.tf':
        'resource "datadog_dashboard" "typed" {\n  title = "T"\n}\n' +
        resource('a', object('A')) +
        resource('b', object('B ${var.b}')),
    });
    expect(code).toBe(0);
    expect(stderr).toContain('main.tf: note: datadog_dashboard.typed is left out: its widgets are blocks');
    expect(stderr).toContain('main.tf: note: datadog_dashboard_json.b is left out: only Terraform knows');
    expect(place.list('dashboards')).toEqual(['a.json']);
  });

  it('says what is wrong with a file that is named, or with the file itself', () => {
    expect(imported({ 'main.tf': resource('a', 'file("none.json")') }).stderr).toContain(
      'none.json: can not be read: there is no such file',
    );
    expect(imported({ 'main.tf': 'a = = 1' }).stderr).toContain('main.tf:1:5: is not HCL');
    expect(imported({ 'main.tf': 'variable "a" {}\n' }).stderr).toContain(
      'main.tf: has no datadog_dashboard_json in it\n',
    );
  });
});
