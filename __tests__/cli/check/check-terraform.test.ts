import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { join } from 'path';
import { RookoutDashboard, RookoutTimeseries, TerraformJson } from '../../../lib';
import { Ran, Workplace } from '../support/command';
import { dashboard, legacy, linkTo } from '../support/dashboards';

const PATH = join('cdktf.out', 'stacks', 'shop', 'cdk.tf.json');

/** Synthesizes an app into `cdktf.out`. */
function synthesized(build: (stack: TerraformStack, service: string) => void): Workplace {
  const place = new Workplace({ 'cdktf.out/stacks/old/cdk.tf.json': '{' });
  const app = new App({ outdir: join(place.path, 'cdktf.out') });
  const stack = new TerraformStack(app, 'shop');
  new DatadogProvider(stack, 'Datadog');
  build(stack, new TerraformVariable(stack, 'service', { type: 'string' }).stringValue);
  app.synth();
  return place;
}

function checked(build: (stack: TerraformStack, service: string) => void, ...options: string[]): Ran {
  return synthesized(build).run('check', 'cdktf.out', ...options);
}

function resources(dashboards: Record<string, unknown>): object {
  const bodies = Object.entries(dashboards).map(([name, text]) => [name, { dashboard: text }]);
  return { resource: { datadog_dashboard_json: Object.fromEntries(bodies) } };
}

function findings({ stdout }: Ran): string[] {
  return stdout.split('\n').slice(0, -1);
}

describe('rookout-datadog check on what CDKTF synthesizes', () => {
  it('finds nothing in what the constructs make, also of values that only Terraform knows', () => {
    const ran = checked(
      (stack, service) => {
        const overview = new RookoutDashboard(stack, 'Overview', {
          services: ['cart', service, 'odd${x}%{y}'],
        });
        new RookoutTimeseries(overview, 'Own', {
          service: `pre-${service}`,
          labels: [`zone:${service}${service}`],
          subject: 'Quotes " \\ %{if} ${x} é\n',
          query: 'avg:a{service:b}',
        });
      },
      '--datadog-tag',
      'zone=zone',
    );
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '1 dashboard checked, 0 findings\n' });
  });

  it('names construct and widget, and the place of the text', () => {
    const place = synthesized((stack) => {
      const board = dashboard('Own ${x}', legacy('M ${y}', 'a{service:a}'));
      new DashboardJson(stack, 'Own', { dashboard: TerraformJson.encode(board) });
    });
    const [finding, ...others] = findings(place.run('check', 'cdktf.out'));
    expect(others).toEqual([]);
    const [, line, column] = /:(\d+):(\d+): /.exec(finding)!;
    expect(finding).toBe(
      `${PATH}:${line}:${column}: missing-filter: shop/Own, widgets[0]: "M \${y}" shows service:a, ` +
        'but its title has no label filter. Change it to "M ${y} [service:a]"',
    );
    expect(
      place
        .read(PATH)
        .split('\n')
        [Number(line) - 1].slice(Number(column) - 1),
    ).toMatch(/^"\{/);
  });

  it('takes the file of a stack too, and what is below a directory', () => {
    const place = synthesized((stack) => new RookoutDashboard(stack, 'Overview', { services: ['a'] }));
    expect(place.run('check', PATH).stderr).toBe('1 dashboard checked, 0 findings\n');
    expect(place.run('check', '.').stderr).toBe('1 dashboard checked, 0 findings\n');
  });

  it('names the construct beside the resource in reports, and one of this library by its own path', () => {
    const place = synthesized((stack) => {
      const json = dashboard('Shop', legacy('Memory', 'a{service:a}'));
      RookoutDashboard.fromJson(stack, 'Shop', { json, tagging: { excludeTitles: ['*'] } });
    });
    const report = (format: string) => place.run('check', 'cdktf.out', '--format', format).stdout;
    const [finding] = JSON.parse(report('json')).findings;
    expect(finding).toMatchObject({ construct: 'shop/Shop', widget: 'widgets[0]' });
    expect(finding.resource).toMatch(/^datadog_dashboard_json\.Shop_/);
    const [{ message, locations, partialFingerprints }] = JSON.parse(report('sarif')).runs[0].results;
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:1$/);
    expect(message.text).toBe(`shop/Shop: ${finding.message}`);
    expect(locations[0].logicalLocations[0].fullyQualifiedName).toBe('shop/Shop.widgets[0]');
    expect(JSON.parse(report('gitlab'))[0].description).toBe(message.text);
    expect(report('junit')).toContain('message="shop/Shop: &quot;Memory&quot; shows service:a');
  });

  it('reads around values that only Terraform knows', () => {
    const ran = checked((stack, service) => {
      const link = { label: 'Set metric points', link: linkTo('service%3Aother') };
      const board = dashboard(
        'A',
        legacy('Queries', `a{service:${service}}`),
        legacy(service, 'a{service:b}'),
        { ...legacy('Link [env:b]', 'a{*}'), custom_links: [{ ...link, link: service }] },
        { ...legacy(`Other [service:${service}]`, 'a{*}'), custom_links: [link] },
      );
      new DashboardJson(stack, 'A', { dashboard: TerraformJson.encode(board) });
    });
    expect(findings(ran).map((line) => line.replace(/^.*:\d+:\d+: /, ''))).toEqual([
      'missing-filter: shop/A, widgets[0]: "Queries" shows service:${…}, but its title has no label ' +
        'filter. Change it to "Queries [service:${…}]"',
      'link-disagrees: shop/A, widgets[3]: the link "Set metric points" of "Other [service:${…}]" ' +
        `opens ${linkTo('service%3Aother')} instead of ${linkTo('service%3A${…}')}`,
    ]);
    expect(ran.stderr).toContain(
      'datadog_dashboard_json.A: widgets[1] is not checked: its title holds a value that only Terraform knows',
    );
  });

  it('takes one expression for one value, wherever it stands', () => {
    const ran = checked((stack, service) => {
      const board = dashboard('A', legacy('Used', `a{service:${service}} / avg:limit{service:${service}}`));
      new DashboardJson(stack, 'A', { dashboard: TerraformJson.encode(board) });
    });
    expect(findings(ran)).toEqual([
      expect.stringContaining('"Used" shows service:${…}, but its title has no label filter'),
    ]);
  });

  it('reads templates that others have made', () => {
    const widget = '{"definition":{"type":"timeseries","title":"M","requests":[{"q":"a{service:b}"}]}}';
    const place = new Workplace({
      'cdk.tf.json': resources({
        inside: `{"title":"\${upper("a}\${"b"}")} x","widgets":[${widget}]}`,
        value: `{"title":\${jsonencode(var.x)},"widgets":[${widget}]}`,
        escaped:
          '${join("", ["{\\"title\\":\\"\\u00e9 $${a} %%{b}\\",\\"widgets\\":[", ' +
          JSON.stringify(widget) +
          ', "]}"])}',
      }),
    });
    const { stdout, stderr } = place.run('check', 'cdk.tf.json');
    expect(stdout.match(/missing-filter/g)).toHaveLength(3);
    expect(stderr).toMatch(/^3 dashboards checked, 3 findings$/m);
  });

  it.each([
    ['a reference', '${var.dashboard}'],
    ['a directive', '{"widgets":[%{ for x in y }{}%{ endfor }]}'],
    ['an expression that does not end', '{"widgets":[${x]}'],
    ['a join that is another', '${join(",", [a, b])}'],
    ['a join with an unknown escape', '${join("", ["\\q"])}'],
    ['unknown widgets', '{"widgets":${jsonencode(var.x)}}'],
    ['no text', 7],
    ['expressions without end', '${"'.repeat(5_000)],
  ])('names what it can not check: %s', (_, text) => {
    const place = new Workplace({ 'cdk.tf.json': resources({ a: text }) });
    expect(place.run('check', 'cdk.tf.json')).toEqual({
      code: 0,
      stdout: '',
      stderr:
        'cdk.tf.json: note: datadog_dashboard_json.a is not checked: it has values that only Terraform knows\n' +
        '0 dashboards checked, 0 findings\n',
    });
  });

  it.each([
    [
      '{"title":"a",}',
      'cdk.tf.json:5:22: the text of datadog_dashboard_json.a:1:13: is not JSON: there is a comma',
    ],
    ['{"title":"a"}', 'cdk.tf.json:5:22: datadog_dashboard_json.a is not a dashboard'],
    ['{"widgets":[{}]}', 'cdk.tf.json: widgets[0].definition: undefined is not a widget definition'],
    ['['.repeat(1_000), 'is nested more than 500 levels deep'],
  ])('fails on %j', (text, problem) => {
    const place = new Workplace({ 'cdk.tf.json': resources({ a: text }) });
    const { code, stderr } = place.run('check', 'cdk.tf.json');
    expect(code).toBe(1);
    expect(stderr).toContain(problem);
  });

  it('reads the files of OpenTofu', () => {
    const text = JSON.stringify(dashboard('Own', legacy('M', 'a{service:a}')));
    const place = new Workplace({
      'tofu/main.tofu.json': resources({ a: text }),
      'tofu/versions.tofu.json': { terraform: { required_version: '>= 1.8' } },
    });
    const { code, stdout, stderr } = place.run('check', 'tofu');
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.not.stringContaining('passed over') });
    expect(stdout).toContain('main.tofu.json:');
    expect(stdout).toContain('missing-filter: datadog_dashboard_json.a');
  });

  it('fails where there is no dashboard, or a stack is missing', () => {
    const place = new Workplace({
      'a.tf.json': { resource: { terraform_data: {} } },
      'out/manifest.json': { stacks: { a: { synthesizedStackPath: 'stacks/a/cdk.tf.json' } } },
    });
    expect(place.run('check', 'a.tf.json').stderr).toContain('a.tf.json: has no dashboard in it');
    expect(place.run('check', 'out').stderr).toContain(
      'out/stacks/a/cdk.tf.json: can not be read: there is no such',
    );
  });

  it.each(['check', 'labels', 'preview'])('says what to do with HCL: %s', (command) => {
    const manifest = { stacks: { a: { synthesizedStackPath: 'stacks/a/cdk.tf' } } };
    const hcl = 'resource "datadog_dashboard_json" "a" {}';
    const place = new Workplace({ 'out/manifest.json': manifest, 'out/stacks/a/cdk.tf': hcl });
    for (const path of ['out', 'out/stacks', 'out/stacks/a/cdk.tf']) {
      const { code, stderr } = place.run(command, path, ...(command === 'preview' ? ['--out', 'pages'] : []));
      expect(code).toBe(1);
      expect(stderr).toContain(
        'out/stacks/a/cdk.tf: is HCL, and dashboards are read from JSON. Run "cdktf synth" without --hcl',
      );
    }
  });
});
