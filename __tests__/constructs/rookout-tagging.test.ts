import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { Aspects, Fn, Lazy, TerraformStack, TerraformVariable, Token } from 'cdktf';
import {
  RookoutDashboard,
  RookoutTagging,
  RookoutTaggingProps,
  RookoutTimeseries,
  TerraformJson,
} from '../../lib';
import { fromTerraform, newStack, onlyResource, synthesized } from '../support/stack';

const LINK = 'https://app.rookout.com/?labels=';

function graph(title: string, query: string, rest: object = {}): any {
  return { definition: { title, type: 'timeseries', requests: [{ q: query }], ...rest } };
}

function board(...widgets: any[]): any {
  return { title: 'Shop', layout_type: 'ordered', widgets };
}

const CART = graph('Memory', 'avg:kubernetes.memory.usage{kube_deployment:cartservice,env:prod}');
const NOTHING = graph('Load', 'avg:system.load.1{*}');

function tag(stack: TerraformStack, props: RookoutTaggingProps = {}): any {
  Aspects.of(stack).add(new RookoutTagging(props));
  return synthesized(stack);
}

function annotations(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type.startsWith('@cdktf/'))
    .map(({ type, data }) => `${type}: ${data}`);
}

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
  ])('is refused where it is no dashboard: %j', (json, message) => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(json) });
    expect(() => tag(stack)).toThrow(`[stack/Theirs] ${json.widgets ? '' : 'dashboard'}`);
    expect(() => tag(stack)).toThrow(message);
  });
});

describe('a dashboard of this library', () => {
  it('is tagged with all that it holds, and once', () => {
    const stack = newStack();
    const own = new RookoutDashboard(stack, 'Own', { overview: false });
    own.addWidget(CART.definition);
    const graph = new RookoutTimeseries(own, 'Graph', {
      service: 'shop',
      query: 'avg:a{kube_deployment:other}',
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

describe('a typed datadog_dashboard', () => {
  const metric = (query: string) => ({ request: [{ query: [{ metricQuery: { name: 'query1', query } }] }] });

  function typed(stack: TerraformStack, widget: any): void {
    new Dashboard(stack, 'Typed', {
      title: 'Typed',
      layoutType: 'ordered',
      templateVariable: [{ name: 'deployment', prefix: 'kube_deployment' }],
      widget,
    });
  }

  it('is tagged like the other, also in groups', () => {
    const stack = newStack();
    const memory = {
      timeseriesDefinition: {
        title: 'Memory',
        showLegend: true,
        customLink: [
          { label: 'Runbook', link: 'https://example.com' },
          { overrideLabel: 'logs', isHidden: true },
        ],
        ...metric('avg:memory{kube_deployment:cart}'),
      },
    };
    typed(stack, [
      memory,
      { noteDefinition: { content: 'A note' } },
      {
        groupDefinition: { layoutType: 'ordered', widget: [memory] },
        widgetLayout: { x: 0, y: 0, width: 12, height: 4 },
      },
      { timeseriesDefinition: { title: 'Followed', ...metric('avg:memory{$deployment}') } },
      {
        timeseriesDefinition: {
          title: 'Errors',
          request: [{ logQuery: { index: '*', searchQuery: 'service:cart' } }],
        },
      },
      {
        timeseriesDefinition: {
          title: 'Logs',
          request: [
            {
              query: [
                {
                  eventQuery: {
                    name: 'a',
                    dataSource: 'logs',
                    compute: [],
                    search: { query: 'service:cart' },
                  },
                },
              ],
            },
          ],
        },
      },
    ]);
    const { widget } = onlyResource(tag(stack), 'datadog_dashboard');
    const [tagged, note, group, followed, errors, logs] = widget;
    expect(tagged.timeseries_definition).toMatchObject({
      title: 'Memory [k8s_deployment:cart]',
      show_legend: true,
      custom_link: [
        { label: 'Runbook', link: 'https://example.com' },
        { override_label: 'logs', is_hidden: true },
        { label: 'Set metric points', link: `${LINK}k8s_deployment%3Acart` },
      ],
    });
    expect(note.note_definition.content).toBe('A note');
    expect(group.group_definition.widget[0].timeseries_definition.title).toBe('Memory [k8s_deployment:cart]');
    expect(group.widget_layout).toMatchObject({ width: 12 });
    expect(followed.timeseries_definition).toMatchObject({
      title: 'Followed',
      custom_link: [{ link: `${LINK}k8s_deployment%3A{{$deployment.value}}` }],
    });
    expect(errors.timeseries_definition.title).toBe('Errors [service:cart]');
    expect(logs.timeseries_definition.title).toBe('Logs [service:cart]');
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: 4 tagged, 1 linked']);
  });

  it('is the same again where nothing is to be tagged', () => {
    const stack = newStack();
    typed(stack, [{ timeseriesDefinition: { title: 'Load', ...metric('avg:load{*}') } }]);
    const before = synthesized(stack).resource;
    expect(tag(stack).resource).toEqual(before);
  });

  it('is named in a warning where widgets are known to Terraform only', () => {
    const stack = newStack();
    const widgets = Token.asAny(new TerraformVariable(stack, 'widgets', { type: 'any' }).value);
    typed(stack, widgets);
    tag(stack);
    expect(annotations(stack)).toEqual([
      expect.stringMatching(/^@cdktf\/warn: .*\[stack\/Typed\] widget is known/),
    ]);
  });

  it('is tagged in part where only some of it is known to Terraform only', () => {
    const stack = newStack();
    const requests = Token.asAny(new TerraformVariable(stack, 'requests', { type: 'any' }).value);
    typed(stack, [
      { timeseriesDefinition: { title: 'A', request: requests } },
      { timeseriesDefinition: { title: 'B', ...metric('avg:b{kube_deployment:b}') } },
    ]);
    expect(onlyResource(tag(stack), 'datadog_dashboard').widget[1].timeseries_definition.title).toBe(
      'B [k8s_deployment:b]',
    );
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: 1 tagged',
      expect.stringContaining('widget[0].timeseriesDefinition is known to Terraform only'),
    ]);
  });
});

describe('the settings', () => {
  function titles(props: RookoutTaggingProps, context = {}, ...widgets: any[]): string[] {
    const stack = newStack(context);
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(...widgets)) });
    const { dashboard } = onlyResource(tag(stack, props), 'datadog_dashboard_json');
    return fromTerraform(dashboard).widgets.map(({ definition }: any) => definition.title);
  }

  it('choose the label keys, and their order', () => {
    const labelKeys = ['env', 'k8s_deployment'];
    expect(titles({ labelKeys }, {}, CART)).toEqual(['Memory [env:prod] [k8s_deployment:cartservice]']);
    expect(titles({ labelKeys: ['service'] }, {}, CART)).toEqual(['Memory']);
  });

  it('map Datadog tags to labels, from the context too', () => {
    const widget = graph('A', 'avg:a{app:cart}');
    expect(titles({ labelKeys: ['deployment'], datadogTags: { deployment: 'app' } }, {}, widget)).toEqual([
      'A [deployment:cart]',
    ]);
    expect(titles({}, { rookout: { datadogTags: { service: 'app' } } }, widget)).toEqual([
      'A [service:cart]',
    ]);
  });

  it('include other kinds of widgets', () => {
    const value = graph('Now', 'avg:a{service:cart}', { type: 'query_value' });
    expect(titles({}, {}, value)).toEqual(['Now']);
    expect(titles({ widgetTypes: ['query_value'] }, {}, value, CART)).toEqual([
      'Now [service:cart]',
      'Memory',
    ]);
  });

  it('leave out widgets by title', () => {
    expect(titles({ excludeTitles: ['mem*'] }, {}, CART)).toEqual(['Memory']);
  });

  it.each(['Shop', 'stack/Theirs', '*/theirs', 'S*'])(
    'leave out dashboards by title or path: %s',
    (pattern) => {
      expect(titles({ excludeDashboards: [pattern] }, {}, CART)).toEqual(['Memory']);
    },
  );

  it('tell of each widget on request', () => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', {
      dashboard: JSON.stringify(board(CART, NOTHING, graph('Odd', 'a{b:c'))),
    });
    tag(stack, { reportWidgets: true });
    expect(annotations(stack)[0].split('\n')).toEqual([
      '@cdktf/info: Rookout tagging: 1 tagged, 1 nothing to infer, 1 not understood',
      '  widgets[0]: tagged: Memory → Memory [k8s_deployment:cartservice] [env:prod]',
      '  widgets[1]: nothing to infer: Load',
      expect.stringMatching(/^ {2}widgets\[2\]: not understood: Odd \(A brace is not closed/),
    ]);
  });

  it.each<[RookoutTaggingProps, string]>([
    [{ labelKeys: ['$env'] }, 'begins with "$"'],
    [
      { labelKeys: ['service', 'app'], datadogTags: { app: 'service' } },
      'has the Datadog tag "service", which "service" has already',
    ],
    [{ sessionLink: 'https://a.example' }, 'has no {labels}'],
    [{ widgetTypes: ['querry_value'] }, 'Use one of: bar_chart'],
  ])('are checked: %j', (props, message) => {
    expect(() => titles(props, {}, CART)).toThrow(message);
    expect(() => titles(props, {}, CART)).toThrow('[stack/Theirs/Resource]'.replace('/Resource', ''));
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
