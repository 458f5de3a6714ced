import { spawnSync } from 'child_process';
import { join } from 'path';
import { FINDINGS, findingsIn, PLAN, SECRET, STATE } from '../../support/plans';
import { Workplace } from '../support/command';

function changedPlan(change: (plan: any) => void): string {
  const plan = JSON.parse(PLAN);
  change(plan);
  return JSON.stringify(plan);
}

/** A change of one typed dashboard, in which the parts of the marks are not known, or sensitive. */
function planOf(
  after: object,
  marks: { readonly after_unknown?: object; readonly after_sensitive?: object },
) {
  const change = { actions: ['create'], before: null, after, after_unknown: {}, ...marks };
  const one = {
    address: 'datadog_dashboard.one',
    mode: 'managed',
    type: 'datadog_dashboard',
    name: 'one',
    change,
  };
  return { format_version: '1.2', terraform_version: '1.11.4', resource_changes: [one] };
}

const graph = (title: string, q: string, more: object = {}) => ({
  timeseries_definition: [{ title, request: [{ q }], ...more }],
});

describe('rookout-datadog check on a plan', () => {
  it('finds what the plan would leave behind, by addresses', () => {
    const ran = new Workplace({ 'plan.json': PLAN }).run('check', 'plan.json', '--format', 'json');
    expect(ran.code).toBe(1);
    expect(findingsIn(ran.stdout)).toEqual(FINDINGS);
    expect(ran.stderr).toContain('9 dashboards checked, 8 findings\n');
  });

  it('names what is not known or sensitive, and prints nothing of it', () => {
    const { stdout, stderr } = new Workplace({ 'plan.json': PLAN }).run('check', 'plan.json');
    expect(stderr).toContain('datadog_dashboard_json.hidden is not checked: it is sensitive\n');
    expect(stderr).toContain('datadog_dashboard.unknown: widgets[0] is not checked: Only Terraform knows');
    expect(stderr).toContain('datadog_dashboard.unknown: widgets[1] is not checked: Only Terraform knows');
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stdout + stderr).not.toContain('service:other');
  });

  it('reads a state', () => {
    const ran = new Workplace({ 'state.json': STATE }).run('check', 'state.json', '--format', 'json');
    expect(findingsIn(ran.stdout)).toContain(
      'missing-filter module.shop["eu"].datadog_dashboard_json.board["web.json.tftpl"] widgets[0]',
    );
    expect(ran.stderr).toContain('7 dashboards checked, 6 findings\n');
    expect(ran.stderr).toContain('datadog_dashboard_json.hidden is not checked: it is sensitive\n');
  });

  it('reads the standard input, and can not fix it', () => {
    const place = new Workplace({ 'plan.json': PLAN });
    const named = place.run('check', 'plan.json');
    const piped = place.runOn({ stdin: PLAN }, 'check', '-');
    expect(piped.stdout).toBe(named.stdout.replaceAll('plan.json:', '-:'));
    expect(place.runOn({ stdin: PLAN }, 'check', '-', '--fix').stderr).toContain(
      '-: note: datadog_dashboard_json.heredoc is not fixed, since it is of a plan. Tag the files that it comes from: ' +
        'rookout-datadog tag\n',
    );
    expect(place.list()).toEqual(['plan.json']);
  });

  it('waits for what comes late through a pipe', () => {
    const command = join(__dirname, '..', '..', '..', 'lib', 'cli', 'rookout-datadog.ts');
    const late = `(sleep 2; cat plan.json) | ${process.execPath} -r ${require.resolve('ts-node/register/transpile-only')} ${command} check -`;
    const { path } = new Workplace({ 'plan.json': PLAN });
    const { stdout, stderr } = spawnSync('sh', ['-c', late], {
      cwd: path,
      encoding: 'utf8',
      env: { ...process.env, TS_NODE_PROJECT: join(__dirname, '..', '..', '..', 'tsconfig.json') },
    });
    expect(stderr).toContain('9 dashboards checked, 8 findings\n');
    expect(stdout).toContain('-:1:1: missing-filter: datadog_powerpack.pack[0], widgets[0]: ');
  });

  it('reads an exported dashboard from the standard input', () => {
    const board = {
      title: 'A',
      widgets: [{ definition: { type: 'timeseries', title: 'CPU', requests: [] } }],
    };
    const place = new Workplace();
    const { code, stderr } = place.runOn({ stdin: JSON.stringify(board) }, 'check', '-');
    expect([code, stderr]).toEqual([0, '1 dashboard checked, 0 findings\n']);
  });

  it('says the address in SARIF', () => {
    const place = new Workplace({ 'plan.json': PLAN });
    const { results } = JSON.parse(place.run('check', 'plan.json', '--format', 'sarif').stdout).runs[0];
    expect(results).toHaveLength(8);
    expect(JSON.stringify(results[3])).toContain('datadog_powerpack.pack[0]');
  });

  it.each([
    ['the title', { title: true }],
    ['the query', { request: [{ q: true }] }],
    ['a link', { custom_link: [{ link: true }] }],
  ])('takes no label from a graph of which %s is not known', (_, unknown) => {
    const link = { custom_link: [{ label: 'Set metric points', link: 'https://app.rookout.com/' }] };
    const plan = planOf(
      { title: 'A', widget: [graph('CPU', 'avg:cpu{service:cart}', link)] },
      { after_unknown: { widget: [{ timeseries_definition: [unknown] }] } },
    );
    const { code, stdout, stderr } = new Workplace({ 'plan.json': plan }).run('check', 'plan.json');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('datadog_dashboard.one: widgets[0] is not checked: Only Terraform knows');
  });

  it.each([
    ['not known', 'after_unknown', '%{known after apply}'],
    ['sensitive', 'after_sensitive', '%{sensitive value}'],
  ])('says of a query whether it is %s', (_, marks, said) => {
    const plan = planOf(
      { title: 'A', widget: [graph('CPU', 'avg:cpu{service:cart}')] },
      { [marks]: { widget: [{ timeseries_definition: [{ request: [{ q: true }] }] }] } },
    );
    const { stderr } = new Workplace({ 'plan.json': JSON.stringify(plan) }).run('check', 'plan.json');
    expect(stderr).toContain(said);
  });

  it('takes no label from any graph if a template variable is sensitive', () => {
    const plan = planOf(
      {
        title: 'A',
        template_variable: [{ name: 'env', prefix: SECRET }],
        widget: [graph('CPU', 'avg:cpu{$env,service:cart}')],
      },
      { after_sensitive: { template_variable: [{ prefix: true }] } },
    );
    const { code, stdout, stderr } = new Workplace({ 'plan.json': plan }).run('check', 'plan.json');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).not.toContain(SECRET);
  });

  it('says that widgets are not known', () => {
    const plan = planOf({ title: 'A' }, { after_unknown: { widget: true } });
    const { code, stderr } = new Workplace({ 'plan.json': plan }).run('check', 'plan.json');
    expect(code).toBe(0);
    expect(stderr).toContain(
      'datadog_dashboard.one has widgets that only Terraform knows: they are not checked',
    );
  });

  it.each([
    [
      'a newer format',
      changedPlan((plan) => (plan.format_version = '2.0')),
      /version 2\.0 of Terraform's JSON/,
    ],
    [
      'an older format',
      changedPlan((plan) => (plan.format_version = '0.1')),
      /version 0\.1 of Terraform's JSON/,
    ],
    [
      'a state file',
      { version: 4, serial: 1, lineage: 'a', resources: [] },
      /terraform show -json > state\.json/,
    ],
    [
      'a saved plan',
      Buffer.from('PK\u0003\u0004\u0000\ufffd'),
      /terraform show -json input\.json > plan\.json/,
    ],
    ['half a plan', PLAN.slice(0, 1000), /JSON/],
    ['no dashboards', { format_version: '1.0' }, /has no dashboard in it/],
  ])('refuses %s', (_, content, problem) => {
    const { code, stderr } = new Workplace({ 'input.json': content }).run('check', 'input.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(problem);
  });

  it('warns of a plan that ended with errors', () => {
    const plan = changedPlan((json) => (json.errored = true));
    const { stderr } = new Workplace({ 'plan.json': plan }).run('check', 'plan.json');
    expect(stderr).toContain(
      'plan.json: note: is a plan that ended with errors: it may not have all dashboards\n',
    );
  });
});

describe('rookout-datadog preview of a plan', () => {
  const markdown = ['--format', 'markdown'];

  it('tells what the plan changes, and nothing that the server has filled in', () => {
    const { code, stdout } = new Workplace({ 'plan.json': PLAN }).run('preview', 'plan.json', ...markdown);
    expect(code).toBe(1);
    expect(stdout.match(/^(### .*|- .* (added|removed)$)/gm)).toEqual([
      '- ➖ **Leaves** removed',
      '- ➕ **Pack** added',
      '- ➕ **Second version, eu** added',
      '- ➕ **Second version, us** added',
      '### Typed',
      '### Unknown',
      '### Heredoc',
    ]);
    expect(stdout).toContain('**Memory \\[service:cart\\]** retitled: Memory → Memory \\[service:cart\\]');
  });

  it('shows both sides on one page, and nothing that is sensitive', () => {
    const place = new Workplace({ 'plan.json': PLAN });
    const { code, stdout, stderr } = place.run('preview', 'plan.json');
    expect([code, stdout]).toEqual([1, '10 dashboards: rookout-preview/index.html\n']);
    expect(stderr).toBe('plan.json: datadog_dashboard_json.hidden is not shown: it is sensitive\n');
    const pages = place.list('rookout-preview').map((name) => place.read(`rookout-preview/${name}`));
    expect(pages).toHaveLength(11);
    expect(pages.join('')).not.toContain(SECRET);
    expect(place.read('rookout-preview/heredoc.html')).toContain('Memory [service:cart]');
  });

  it('shows a plan without changes as dashboards', () => {
    const same = changedPlan(({ resource_changes: all }) => {
      for (const { change } of all) {
        change.after = change.before;
        change.actions = ['no-op'];
      }
    });
    const place = new Workplace({ 'plan.json': same });
    expect(place.run('preview', 'plan.json', ...markdown).stdout).toBe('Nothing has changed.\n');
    expect(place.run('preview', 'plan.json').stderr).toContain('hidden');
  });

  it('compares with another plan or state', () => {
    const place = new Workplace({ 'plan.json': PLAN, 'state.json': STATE });
    const { stdout } = place.run('preview', 'plan.json', '--against', 'state.json', ...markdown);
    expect(stdout).toContain('- ➖ **Leaves** removed');
    expect(stdout).toContain('- ➕ **Pack** added');
    expect(stdout).not.toContain('### Steady');
    expect(place.run('preview', 'plan.json', '--against', 'plan.json', ...markdown).stdout).toBe(
      'Nothing has changed.\n',
    );
  });

  it('has no markdown for what is of no plan', () => {
    const { code, stderr } = new Workplace({ 'state.json': STATE }).run('preview', 'state.json', ...markdown);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'state.json: datadog_dashboard.typed is of no plan. Name the older ones: --against <old>',
    );
  });

  it('does not watch the standard input', () => {
    const { code, stderr } = new Workplace().runOn({ stdin: PLAN }, 'preview', '-', '--watch');
    expect([code, stderr]).toEqual([
      2,
      "error: option '--watch': the standard input does not change. Name files\n",
    ]);
  });
});
