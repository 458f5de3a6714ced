import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { Aspects, Fn, Lazy, TerraformStack, TerraformVariable } from 'cdktf';
import { RookoutDashboard, RookoutTagging, RookoutTimeseries, TerraformJson } from '../../lib';
import { fromTerraform, newStack, onlyResource, synthesized } from '../support/stack';
import { annotations, board, CART, graph, LINK, NOTHING, tag } from '../support/tagging';

describe('a datadog_dashboard_json that someone else made', () => {
  it('is tagged where its queries name instances, and is otherwise the same', () => {
    const stack = newStack();
    const before = board(CART, NOTHING, { definition: { type: 'group', widgets: [CART] }, layout: { x: 0 } });
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(before, null, 2) });
    const json = fromTerraform(onlyResource(tag(stack), 'datadog_dashboard_json').dashboard);
    const tagged = {
      definition: {
        ...CART.definition,
        title: 'Memory [k8s_deployment:cartservice] [env:prod]',
        custom_links: [
          { label: 'Set metric points', link: `${LINK}k8s_deployment%3Acartservice%2Cenv%3Aprod` },
        ],
      },
    };
    expect(json).toEqual(
      board(tagged, NOTHING, { definition: { type: 'group', widgets: [tagged] }, layout: { x: 0 } }),
    );
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: 2 tagged, 1 nothing to infer']);
  });

  it.each(['[]', '{}', 'null', '"text"', '5', '', ' '])('is refused if it is %p', (dashboard) => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', { dashboard });
    expect(() => tag(stack)).toThrow(/Theirs\] dashboard: .* Pass the JSON of a dashboard/);
  });

  it('is left byte for byte where there is nothing to tag', () => {
    const stack = newStack();
    const text = JSON.stringify(board(NOTHING), null, 3);
    new DashboardJson(stack, 'Theirs', { dashboard: text });
    expect(onlyResource(tag(stack), 'datadog_dashboard_json').dashboard).toBe(text);
  });

  it('keeps text that looks like a template', () => {
    const stack = newStack();
    const widget = graph('a ${b} %{c} $${d}', 'avg:a{kube_deployment:cart}');
    new DashboardJson(stack, 'Theirs', { dashboard: TerraformJson.encode(board(widget)) });
    const { dashboard } = onlyResource(tag(stack), 'datadog_dashboard_json');
    expect(fromTerraform(dashboard).widgets[0].definition.title).toBe(
      'a ${b} %{c} $${d} [k8s_deployment:cart]',
    );
  });

  it.each<[string, (json: any) => string]>([
    ['JSON.stringify', (json) => JSON.stringify(json)],
    ['TerraformJson.encode', (json) => TerraformJson.encode(json)],
    ['Fn.jsonencode', (json) => Fn.jsonencode(json)],
  ])('may hold tokens, written by %s', (_, write) => {
    const stack = newStack();
    const service = new TerraformVariable(stack, 'service', { type: 'string' }).stringValue;
    const widget = graph(`Memory of ${service}`, `avg:memory{kube_deployment:${service}}`);
    new DashboardJson(stack, 'Theirs', { dashboard: write(board(widget, NOTHING)) });
    const { dashboard } = onlyResource(tag(stack), 'datadog_dashboard_json');
    expect(dashboard).toMatch(/^\$\{join\(/);
    expect(dashboard).toMatch(/\[k8s_deployment:", trimsuffix\(/);
    expect(dashboard).toMatch(/replace\(urlencode\(replace\(var\.service, .*?\)\), "\+", "%20"\)/);
    expect(dashboard).not.toContain('TfToken');
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: 1 tagged, 1 nothing to infer']);
  });

  it('is the same again where it has tokens and is tagged twice', () => {
    const stack = newStack();
    const service = new TerraformVariable(stack, 'service', { type: 'string' }).stringValue;
    const widget = graph(`Memory of ${service}`, `avg:memory{kube_deployment:${service}}`);
    new DashboardJson(stack, 'Theirs', { dashboard: TerraformJson.encode(board(widget)) });
    const once = tag(stack);
    expect(tag(stack)).toEqual(once);
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: 1 tagged',
      '@cdktf/info: Rookout tagging: 1 already tagged',
    ]);
  });

  it.each<[string, (stack: TerraformStack) => string]>([
    ['a variable', (stack) => new TerraformVariable(stack, 'json', { type: 'string' }).stringValue],
    ['a file of Terraform', () => Fn.file('dashboard.json')],
    ['an expression by hand', () => '${file("dashboard.json")}'],
    ['a lazy value', () => Lazy.stringValue({ produce: () => '{}' })],
    ['no JSON', () => '{'],
  ])('is left as it is, with a warning that names it, where it is %s', (_, dashboard) => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', { dashboard: dashboard(stack) });
    const untouched = onlyResource(synthesized(stack), 'datadog_dashboard_json').dashboard;
    expect(onlyResource(tag(stack), 'datadog_dashboard_json').dashboard).toBe(untouched);
    expect(annotations(stack)).toEqual([
      expect.stringMatching(/^@cdktf\/warn: .*\[stack\/Theirs\] dashboard/),
    ]);
  });

  it.each([
    [{ title: 'No widgets' }, 'has no list of widgets'],
    [board({}), 'widgets[0].definition: undefined'],
    [board(graph(7 as any, 'a{*}')), 'widgets[0].definition.title: 7'],
  ])('is refused where it is not a dashboard: %j', (json, message) => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(json) });
    expect(() => tag(stack)).toThrow(`[stack/Theirs] ${json.widgets ? '' : 'dashboard'}`);
    expect(() => tag(stack)).toThrow(message);
  });
});

describe('a dashboard of this library', () => {
  it('is tagged with all that it has, and once', () => {
    const stack = newStack();
    const own = new RookoutDashboard(stack, 'Own', { overview: false });
    own.addWidget(CART.definition);
    const graph = new RookoutTimeseries(own, 'Graph', {
      service: 'shop',
      query: 'avg:a{service:other}',
    });
    Aspects.of(stack).add(new RookoutTagging());
    const json = fromTerraform(onlyResource(tag(stack), 'datadog_dashboard_json').dashboard);
    expect(json.widgets.map(({ definition }: any) => definition.title)).toEqual([
      'Memory [k8s_deployment:cartservice] [env:prod]',
      graph.title,
    ]);
    expect(json).toEqual(own.toJson());
    expect(json.widgets[0].definition.custom_links).toHaveLength(1);
  });

  it('tags what is added after the first synth', () => {
    const stack = newStack();
    const own = new RookoutDashboard(stack, 'Own', { overview: false });
    tag(stack);
    own.addWidget(CART.definition);
    expect(own.toJson().widgets[0].definition.title).toContain('[k8s_deployment:cartservice]');
  });
});

it('loads none of the classes that it tags', () => {
  jest.isolateModules(() => {
    const loaded: string[] = [];
    jest.doMock('@cdktf/provider-datadog/lib/dashboard', () => loaded.push('dashboard') && {});
    jest.requireActual('../../lib');
    expect(loaded).toEqual([]);
  });
});
