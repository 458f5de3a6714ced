import { App, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import {
  RookoutApp,
  RookoutDashboard,
  RookoutDashboardProps,
  RookoutTimeseries,
  RookoutTitles,
} from '../../lib';
import { LOCALES } from '../../lib/rookout/locales';
import { throughDatadogClient, unknownToDatadog } from '../support/datadog-client';
import {
  fromTerraform,
  newStack,
  onlyResource,
  stackIn,
  synthesized,
  synthesizedApp,
} from '../support/stack';

const NOTE = { type: 'note', content: 'A ${note}' };

function dashboard(props: RookoutDashboardProps = {}, context = {}): RookoutDashboard {
  return new RookoutDashboard(newStack(context), 'Dashboard', props);
}

function plain(props: RookoutDashboardProps = {}): RookoutDashboard {
  return dashboard({ overview: false, ...props });
}

function layouts(board: RookoutDashboard): unknown[] {
  return board.toJson().widgets.map(({ layout: { x, y, width, height } }: any) => [x, y, width, height]);
}

describe('the overview', () => {
  // What identifies the dashboard that the integration ships, widget by widget.
  const SHIPPED = [
    {
      definition: {
        type: 'image',
        url: 'https://docs.rookout.com/img/logos/bird.svg',
        sizing: 'contain',
        margin: 'md',
        has_background: false,
        has_border: false,
        vertical_align: 'center',
        horizontal_align: 'center',
      },
      layout: { x: 0, y: 0, width: 2, height: 3 },
    },
    ...[6, 5, 6].map((width, y) => ({
      definition: { type: 'free_text', color: '#6915F0', font_size: '24', text_align: 'left' },
      layout: { x: 2, y, width, height: 1 },
    })),
    {
      definition: {
        type: 'timeseries',
        title_size: '16',
        title_align: 'left',
        show_legend: true,
        legend_layout: 'auto',
        legend_columns: ['avg', 'min', 'max', 'value', 'sum'],
        requests: [
          {
            formulas: [{ formula: 'query1' }],
            response_format: 'timeseries',
            queries: [
              { query: 'avg:rookout{*} by {location}.as_count()', data_source: 'metrics', name: 'query1' },
            ],
            style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' },
            display_type: 'bars',
          },
        ],
        yaxis: { include_zero: true, scale: 'linear', label: '', min: 'auto', max: 'auto' },
        markers: [],
      },
      layout: { x: 0, y: 3, width: 4, height: 4 },
    },
  ];

  it('is the shipped one, with texts of its own', () => {
    const json = dashboard().toJson();
    expect(json).toMatchObject({ title: 'Rookout', layout_type: 'ordered', reflow_type: 'fixed' });
    expect(json.widgets.slice(0, 5)).toMatchObject(SHIPPED);
    expect(json.widgets).toHaveLength(6);
    expect(json.widgets[5].layout).toEqual({ x: 4, y: 3, width: 5, height: 4 });
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))(
    'has the same layout in %s as in English, and other words',
    (locale) => {
      const english = dashboard().toJson();
      const other = dashboard({ locale }).toJson();
      const words = ({ definition }: any) => definition.text ?? definition.title;
      const frame = ({ definition, layout }: any) => [definition.type, layout];
      expect(other.widgets.map(frame)).toEqual(english.widgets.map(frame));
      other.widgets.slice(1).forEach((widget: any, index: number) => {
        expect(words(widget)).toBeTruthy();
        expect(words(widget)).not.toBe(words(english.widgets[index + 1]));
      });
      expect(unknownToDatadog(other)).toEqual([]);
    },
  );

  it.each(LOCALES)('calls the menu entry Set metric points in %s as well', (locale) => {
    const [group] = plain({ locale, services: ['cart'] }).toJson().widgets;
    for (const { definition } of group.definition.widgets) {
      expect(definition.custom_links).toMatchObject([{ label: 'Set metric points' }]);
    }
  });

  it('lists metric points in a native table', () => {
    const json = dashboard().toJson();
    expect(json.widgets[5].definition).toMatchObject({
      type: 'query_table',
      requests: [{ queries: [{ query: 'sum:rookout{*} by {location}.as_count()', aggregator: 'sum' }] }],
    });
    expect(unknownToDatadog(json)).toEqual([]);
  });

  it("lists metric points in the integration's custom widget", () => {
    expect(dashboard({ metricPoints: 'uiExtension' }).toJson().widgets[5].definition).toEqual({
      type: 'custom',
      app_id: 'a82a4f89-0690-48cf-bad0-9603fb652f44',
      custom_widget_key: 'Rookout',
      title: '',
      title_size: '16',
      title_align: 'left',
    });
  });

  it('embeds the app where one is given, and tells it the instances of its services', () => {
    const stack = newStack();
    const app = new RookoutApp(stack, 'App');
    const overview = new RookoutDashboard(stack, 'Overview', { app, services: ['cart'] });
    overview.addService('shop', { labels: ['env:staging'], labelKey: 'k8s_namespace' });
    const json = overview.toJson();
    expect(json.widgets[5].definition).toMatchObject({ type: 'embedded_app', app_id: app.builderAppId });
    expect(json.template_variables).toMatchObject([
      {
        name: 'rookout_instances',
        available_values: ['k8s_deployment:cart', 'k8s_namespace:shop,env:staging'],
      },
    ]);
    expect(unknownToDatadog(json)).toEqual([]);

    const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(text).toMatch(/datadog_app_builder_app\.App_\w+\.id/);
  });

  it('prefers the form that is asked for to the app', () => {
    const stack = newStack();
    const app = new RookoutApp(stack, 'App');
    const overview = new RookoutDashboard(stack, 'Overview', {
      app,
      services: ['cart'],
      metricPoints: 'table',
    });
    expect(overview.toJson().widgets[5].definition.type).toBe('query_table');
    expect(overview.toJson().template_variables).toEqual([]);
  });

  it('embeds an app of another stack by a cross-stack reference', () => {
    const shared = newStack();
    const app = App.of(shared);
    const rookout = new RookoutApp(shared, 'App');
    new RookoutDashboard(stackIn(app, 'team'), 'Overview', { app: rookout });
    const { stack, team } = synthesizedApp(app);
    const { dashboard: text } = onlyResource(team, 'datadog_dashboard_json');
    const [, remoteState, output] = /data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/.exec(text)!;
    expect(team.data!.terraform_remote_state).toHaveProperty([remoteState]);
    expect(stack.output![output].value).toMatch(/^\$\{datadog_app_builder_app\.App_\w+\.id\}$/);
  });

  it('leaves room below itself for what flows', () => {
    const overview = dashboard();
    overview.addWidget(NOTE, { width: 3 });
    expect(layouts(overview)[6]).toEqual([0, 7, 3, 3]);
  });
});

describe('a section for each service', () => {
  it('is a group with CPU and memory graphs, tagged and scoped by the label key', () => {
    const json = dashboard({ services: ['cartservice', 'frontend'] }).toJson();
    const [cart, frontend] = json.widgets.slice(6);
    expect(cart.definition).toMatchObject({ type: 'group', layout_type: 'ordered', title: 'cartservice' });
    expect(cart.definition.widgets.map(({ definition }: any) => definition)).toMatchObject([
      {
        title: 'cartservice CPU [k8s_deployment:cartservice]',
        requests: [
          {
            queries: [{ query: 'sum:kubernetes.cpu.usage.total{kube_deployment:cartservice} by {pod_name}' }],
          },
        ],
        custom_links: [
          {
            label: 'Set metric points',
            link: 'https://app.rookout.com/?labels=k8s_deployment%3Acartservice',
          },
        ],
      },
      {
        title: 'cartservice Memory [k8s_deployment:cartservice]',
        requests: [
          { queries: [{ query: 'sum:kubernetes.memory.usage{kube_deployment:cartservice} by {pod_name}' }] },
        ],
      },
    ]);
    // A group is as high as its widgets and its own title.
    expect(cart.layout).toEqual({ x: 0, y: 7, width: 12, height: 4 });
    expect(frontend.layout).toEqual({ x: 0, y: 11, width: 12, height: 4 });
    expect(unknownToDatadog(json)).toEqual([]);
  });

  it.each([
    ['k8s_namespace', 'kube_namespace'],
    ['k8s_statefulset', 'kube_stateful_set'],
    ['aws_region', 'region'],
    ['function_name', 'functionname'],
    ['service', 'service'],
  ])('is scoped by the Datadog tag of the label key %s', (labelKey, tag) => {
    const [group] = dashboard({ overview: false, services: ['a'] }, { rookout: { labelKey } }).toJson()
      .widgets;
    expect(group.definition.widgets[0].definition.requests[0].queries[0].query).toContain(`{${tag}:a}`);
  });

  it('is narrowed by further labels that have a Datadog tag, in the form that Datadog stores', () => {
    const context = { rookout: { labels: ['env:Staging EU', 'squad:one'], datadogTags: { squad: 'team' } } };
    const [group] = dashboard({ overview: false, services: ['Cart'] }, context).toJson().widgets;
    const [{ definition }] = group.definition.widgets;
    expect(definition.title).toBe('Cart CPU [k8s_deployment:Cart] [env:Staging EU] [squad:one]');
    expect(definition.requests[0].queries[0].query).toContain(
      '{kube_deployment:cart,env:staging_eu,team:one}',
    );
  });

  it('has graphs of its own where they are given', () => {
    const board = plain();
    board.addService('cart', {
      title: 'Cart (Redis)',
      graphs: [
        { subject: 'Hits', query: 'sum:hits{service:cart}', layout: { width: 12, height: 2 } },
        { subject: 'Misses', query: 'sum:misses{service:cart}', displayType: 'bars' },
      ],
    });
    const [{ definition, layout }] = board.toJson().widgets;
    expect(definition.title).toBe('Cart (Redis)');
    expect(definition.widgets.map((widget: any) => [widget.definition.title, widget.layout])).toEqual([
      ['cart Hits [k8s_deployment:cart]', { x: 0, y: 0, width: 12, height: 2 }],
      ['cart Misses [k8s_deployment:cart]', { x: 0, y: 2, width: 6, height: 3 }],
    ]);
    expect(layout).toEqual({ x: 0, y: 0, width: 12, height: 6 });
  });

  it('takes any widget, and grows with it', () => {
    const board = plain();
    const section = board.addService('cart', { graphs: [] });
    const after = board.addService('shop', { graphs: [] });
    section.addWidget(NOTE, { width: 12, height: 5 });
    expect([section.name, after.name]).toEqual(['cart', 'shop']);
    expect(layouts(board)).toEqual([
      [0, 0, 12, 6],
      [0, 6, 12, 1],
    ]);
  });

  it('takes a token as its name', () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const board = new RookoutDashboard(stack, 'Dashboard', { overview: false, services: [name] });
    const [group] = board.toJson().widgets;
    expect(group.definition.widgets[0].definition.requests[0].queries[0].query).toContain(
      `kube_deployment:${name}}`,
    );
    const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(text).not.toContain('TfToken');
  });

  it.each([
    [['cart', 'cart'], 'service: "cart" has a section on this dashboard already'],
    [[''], 'service: "" is empty'],
    [[' '], 'service: " "'],
    [['a[b]'], 'bracket'],
  ])('refuses the services %j', (services, message) => {
    expect(() => dashboard({ services })).toThrow(message);
    expect(() => dashboard({ services })).toThrow('[stack/Dashboard]');
  });

  it('refuses default graphs for a label key that no Datadog tag is known for', () => {
    expect(() => dashboard({ services: ['a'] }, { rookout: { labelKey: 'squad' } })).toThrow(
      /labelKey: "squad" corresponds to no Datadog tag.*datadogTags/,
    );
    const board = dashboard(
      { services: ['a'], datadogTags: { squad: 'team' } },
      { rookout: { labelKey: 'squad' } },
    );
    expect(board.toJson().widgets[6].definition.widgets[0].definition.requests[0].queries[0].query).toContain(
      '{team:a}',
    );
  });
});

describe('a plain dashboard', () => {
  it('is canonical: what the server fills in is written, what it owns is not', () => {
    expect(plain().toJson()).toEqual({
      title: 'Rookout',
      description: '',
      widgets: [],
      template_variables: [],
      layout_type: 'ordered',
      notify_list: [],
      reflow_type: 'fixed',
    });
  });

  it('has everything that a dashboard has beside its widgets', () => {
    const stack = newStack();
    const board = new RookoutDashboard(stack, 'Dashboard', {
      overview: false,
      title: 'Shop ${x}',
      description: 'All of it',
      templateVariables: [
        { name: 'namespace', prefix: 'kube_namespace', availableValues: ['a', 'b'], defaults: ['a'] },
        { name: 'free' },
      ],
      teams: ['shop', 'sre'],
      notifyList: ['zoe@example.com', 'adam@example.com'],
      restrictedRoles: ['9f2c5f0e-0000-0000-0000-000000000001'],
      dashboardLists: [7, 3],
      reflowType: 'fixed',
    });
    const json = board.toJson();
    expect(json).toMatchObject({
      title: 'Shop ${x}',
      description: 'All of it',
      template_variables: [
        { name: 'namespace', prefix: 'kube_namespace', available_values: ['a', 'b'], defaults: ['a'] },
        { name: 'free', available_values: [], defaults: ['*'] },
      ],
      tags: ['team:shop', 'team:sre'],
      notify_list: ['adam@example.com', 'zoe@example.com'],
      restricted_roles: ['9f2c5f0e-0000-0000-0000-000000000001'],
    });
    expect(json).not.toHaveProperty('dashboard_lists');
    expect(unknownToDatadog(json)).toEqual([]);
    expect(throughDatadogClient(json)).toEqual(json);

    const resource = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(fromTerraform(resource.dashboard)).toEqual(json);
    expect(resource.dashboard_lists).toEqual([7, 3]);
    expect(Object.keys(fromTerraform(resource.dashboard))).toEqual(Object.keys(json));
  });

  it('takes any widget as it is', () => {
    const board = plain();
    const widget = {
      type: 'powerpack',
      powerpack_id: '1',
      deep: [{ 'ключ "x"': null }, 1e21, true, '%{if}'],
    };
    board.addWidget(widget);
    expect(board.toJson().widgets[0].definition).toEqual(widget);
    const { dashboard: text } = onlyResource(
      synthesized(board.resource.cdktfStack as any),
      'datadog_dashboard_json',
    );
    expect(fromTerraform(text).widgets[0].definition).toEqual(widget);
  });

  it('is not changed by changing what was given to it, or what it hands out', () => {
    const board = plain();
    const widget = { type: 'note', content: 'before' };
    board.addWidget(widget);
    widget.content = 'after';
    board.toJson().widgets[0].definition.content = 'after';
    expect(board.toJson().widgets[0].definition.content).toBe('before');
  });

  it('shows what is added after it has been asked for its JSON, and is the same each time', () => {
    const stack = newStack();
    const board = new RookoutDashboard(stack, 'Dashboard', { overview: false });
    const first = synthesized(stack);
    expect(synthesized(stack)).toEqual(first);
    board.addWidget(NOTE);
    expect(
      fromTerraform(onlyResource(synthesized(stack), 'datadog_dashboard_json').dashboard).widgets,
    ).toHaveLength(1);
  });

  it('changes only its own part of the text when a widget is added', () => {
    const board = plain({ services: ['a', 'b'] });
    const before = JSON.stringify(board.toJson().widgets).slice(0, -1);
    board.addWidget(NOTE);
    expect(JSON.stringify(board.toJson().widgets).startsWith(before)).toBe(true);
  });

  it('gives id, url and the resource', () => {
    const board = plain();
    expect([board.dashboardId, board.url].every((value) => Token.isUnresolved(value))).toBe(true);
    board.resource.addOverride('lifecycle', { prevent_destroy: true });
    const json = synthesized(board.resource.cdktfStack as any);
    expect(onlyResource(json, 'datadog_dashboard_json').lifecycle).toEqual({ prevent_destroy: true });
  });

  it.each([
    [undefined, 'https://app.datadoghq.com'],
    ['datadoghq.com', 'https://app.datadoghq.com'],
    ['datadoghq.eu', 'https://app.datadoghq.eu'],
    ['us5.datadoghq.com', 'https://us5.datadoghq.com'],
    ['ddog-gov.com', 'https://app.ddog-gov.com'],
    ['us2.ddog-gov.com', 'https://us2.ddog-gov.com'],
  ])('gives its full address on the site %s', (site, web) => {
    const stack = newStack({ rookout: { site } });
    const { address } = new RookoutDashboard(stack, 'Dashboard', { overview: false });
    new TerraformOutput(stack, 'Address', { value: address });
    expect(synthesized(stack).output!.Address.value).toMatch(
      new RegExp(`^${web}/dashboard/\\$\\{datadog_dashboard_json\\.Dashboard_\\w+\\.id\\}$`),
    );
  });

  it('takes its language from its titles unless it has its own', () => {
    const stack = newStack();
    const titles = new RookoutTitles(stack, 'Titles', { locale: 'fr' });
    const title = (props: RookoutDashboardProps, id: string) =>
      new RookoutDashboard(stack, id, { overview: false, titles, services: ['a'], ...props }).toJson()
        .widgets[0].definition.widgets[1].definition.title;
    expect(title({}, 'French')).toBe('a Mémoire [k8s_deployment:a]');
    expect(title({ locale: 'en' }, 'English')).toBe('a Memory [k8s_deployment:a]');
  });
});

describe('the grid', () => {
  it('keeps explicit positions and lets the others flow into the first free place', () => {
    const board = plain();
    board.addWidget(NOTE, { width: 4, height: 2 });
    board.addWidget(NOTE, { x: 4, y: 0, width: 4, height: 4 });
    board.addWidget(NOTE, { width: 5, height: 1 });
    board.addWidget(NOTE, { width: 4, height: 1 });
    expect(layouts(board)).toEqual([
      [0, 0, 4, 2],
      [4, 0, 4, 4],
      [0, 4, 5, 1],
      [8, 0, 4, 1],
    ]);
  });

  it('leaves positions to Datadog when the reflow is auto', () => {
    const board = dashboard({ reflowType: 'auto', services: ['a'] });
    board.addWidget(NOTE, { width: 3, height: 2 });
    const json = board.toJson();
    expect(json.reflow_type).toBe('auto');
    expect(JSON.stringify(json)).not.toContain('"layout"');
    expect(unknownToDatadog(json)).toEqual([]);
    expect(() => board.addWidget(NOTE, { x: 0, y: 0 })).toThrow(
      'with reflow "auto" Datadog places the widgets',
    );
  });

  it.each([
    [{ x: 8, y: 0, width: 6 }, 'ends at column 14, and the grid has 12'],
    [{ width: 13 }, 'layout.width: 13 is no whole number from 1 to 12'],
    [{ width: 0 }, 'layout.width: 0'],
    [{ height: -1 }, 'layout.height: -1'],
    [{ height: 1.5 }, 'layout.height: 1.5'],
    [{ width: NaN }, 'layout.width: NaN'],
    [{ x: -1, y: 0 }, 'layout.x: -1'],
    [{ x: 0, y: -1 }, 'layout.y: -1'],
    [{ x: 0, y: 0.5 }, 'layout.y: 0.5'],
    [{ x: 3 }, 'has one of x and y'],
    [{ x: 0, y: 1e9 }, 'layout.y: 1000000000'],
  ])('refuses the layout %j', (layout, message) => {
    expect(() => plain().addWidget(NOTE, layout)).toThrow(message);
    expect(() => plain().addWidget(NOTE, layout)).toThrow('[stack/Dashboard]');
  });

  it('refuses explicit positions that overlap, also with the overview', () => {
    const board = plain();
    board.addWidget(NOTE, { x: 0, y: 0, width: 4, height: 4 });
    expect(() => board.addWidget(NOTE, { x: 3, y: 3, width: 4, height: 4 })).toThrow(
      'overlaps another widget',
    );
    expect(() => dashboard().addWidget(NOTE, { x: 0, y: 0 })).toThrow('overlaps another widget');
  });

  it('says where an overlapping graph is', () => {
    const board = plain();
    const graph = { service: 'a', query: 'a{*}', layout: { x: 0, y: 0 } };
    new RookoutTimeseries(board, 'One', graph);
    expect(() => new RookoutTimeseries(board, 'Two', graph)).toThrow(
      '[stack/Dashboard/Two] layout: {"x":0,"y":0',
    );
  });
});

describe('a dashboard refuses', () => {
  it.each<[string, RookoutDashboardProps, string]>([
    ['more than 5 teams', { teams: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'at most 5'],
    ['a blank team', { teams: [''] }, 'teams: ""'],
    ['a team with its prefix', { teams: ['team:a'] }, 'Pass "a"'],
    ['a blank title', { title: ' ' }, 'title: " "'],
    ['two variables of one name', { templateVariables: [{ name: 'a' }, { name: 'a' }] }, 'two variables'],
    ['a variable with its $', { templateVariables: [{ name: '$a' }] }, 'without "$"'],
    ['an unknown reflow', { reflowType: 'free' }, 'Use one of: fixed, auto'],
    ['an unknown language', { locale: 'de' }, 'Use one of: en, fr'],
    ['an unknown form of the list', { metricPoints: 'list' }, 'Use one of: app, table, uiExtension'],
    ['the app form without app', { metricPoints: 'app' }, 'needs an app'],
    ['a form without overview', { metricPoints: 'table', overview: false }, 'part of the overview'],
    ['a link that is no address', { sessionLink: 'ftp://a/{labels}' }, 'http(s)'],
    ['a link without placeholder', { sessionLink: 'https://a.example/' }, '{labels}'],
  ])('%s', (_, props, message) => {
    expect(() => dashboard(props)).toThrow(message);
    expect(() => dashboard(props)).toThrow('[stack/Dashboard]');
  });

  it.each([
    [undefined, 'is no JSON'],
    [null, 'is no widget definition'],
    ['note', 'is no widget definition'],
    [[NOTE], 'is no widget definition'],
    [{ content: 'no type' }, 'is no widget definition'],
    [{ type: 'note', content: NaN }, 'definition.content: NaN'],
    [{ type: 'note', content: new Map() }, 'definition.content'],
  ])('a widget that is none: %p', (definition, message) => {
    const board = plain();
    expect(() => board.addWidget(definition)).toThrow(message);
    expect(board.toJson().widgets).toEqual([]);
  });

  it.each(['1st', '-a', '9'])('the id %j, which makes a name that Terraform refuses', (id) => {
    expect(() => new RookoutDashboard(newStack(), id)).toThrow(/\[stack\/.*\] id: .* begin with a letter/);
  });

  it.each(['Überblick', 'a b', '_x', 'ダッシュボード'])('no other id: %j', (id) => {
    const stack = newStack();
    new RookoutDashboard(stack, id);
    const [name] = Object.keys(synthesized(stack).resource!.datadog_dashboard_json);
    expect(name).toMatch(/^[A-Za-z_][\w-]*$/);
  });
});

it('knows what Datadog does not know', () => {
  const board = plain();
  board.addWidget({ type: 'timeseries', requests: [{ q: 'a{*}', display_type: 'pie' }] });
  expect(unknownToDatadog(board.toJson())).not.toEqual([]);
});
