import { Fn, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { RookoutDashboard, RookoutDashboardProps, RookoutTimeseries, RookoutTitles } from '../../lib';
import { throughDatadogClient, unknownToDatadog } from '../support/datadog-client';
import { dashboard, layouts, NOTE, plain } from '../support/rookout-dashboard';
import { fromTerraform, newStack, onlyResource, synthesized } from '../support/stack';
import { annotations, board, CART } from '../support/tagging';

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

  it('has the Terraform name that is set on its resource', () => {
    const board = plain();
    board.resource.overrideLogicalId('shop');
    expect(Object.keys(synthesized(TerraformStack.of(board)).resource!.datadog_dashboard_json)).toEqual([
      'shop',
    ]);
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

  it('takes label key and labels from its titles unless it has its own', () => {
    const stack = newStack();
    const titles = new RookoutTitles(stack, 'Titles', { labelKey: 'service', labels: ['env:staging'] });
    const title = (props: RookoutDashboardProps, id: string) =>
      new RookoutDashboard(stack, id, { overview: false, titles, services: ['a'], ...props }).toJson()
        .widgets[0].definition.widgets[1].definition.title;
    expect(title({}, 'Titled')).toBe('a Memory [service:a] [env:staging]');
    expect(title({ labelKey: 'k8s_namespace', labels: ['env:prod'] }, 'Own')).toBe(
      'a Memory [k8s_namespace:a] [env:prod]',
    );
    expect(() => title({ labels: ['x'] }, 'Bad')).toThrow('[stack/Bad] labels[0]');
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
    [{ x: 8, y: 0, width: 6 }, 'ends at column 14, but the grid has 12'],
    [{ width: 13 }, 'layout.width: 13 is not a whole number from 1 to 12'],
    [{ width: 0 }, 'layout.width: 0'],
    [{ height: -1 }, 'layout.height: -1'],
    [{ height: 1.5 }, 'layout.height: 1.5'],
    [{ width: NaN }, 'layout.width: NaN'],
    [{ x: -1, y: 0 }, 'layout.x: -1'],
    [{ x: 0, y: -1 }, 'layout.y: -1'],
    [{ x: 0, y: 0.5 }, 'layout.y: 0.5'],
    [{ x: 3 }, 'has only one of x and y'],
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
    ['services that are no list', { services: 'cart' as any }, 'services: "cart" is not a list'],
    ['teams that are no list', { teams: 'shop' as any }, 'teams: "shop" is not a list'],
    [
      'roles that are no list',
      { restrictedRoles: 'a' as any },
      'restrictedRoles: "a" is not a list of texts',
    ],
    ['variables that are no list', { templateVariables: {} as any }, 'templateVariables: {} is not a list'],
    ['a variable that is null', { templateVariables: [null] as any }, 'templateVariables[0]: null is not an'],
    [
      'values of a variable that are no list',
      { templateVariables: [{ name: 'a', defaults: 'prod' as any }] },
      'templateVariables[0].defaults: "prod" is not a list of texts',
    ],
    [
      'titles that are settings',
      { titles: { labelKey: 'a' } as any },
      'titles: {"labelKey":"a"} is not a RookoutTitles',
    ],
    ['lists without numbers', { dashboardLists: ['a'] as any }, 'dashboardLists: ["a"] is not a list of ids'],
    ['half a list', { dashboardLists: [2.5] }, 'dashboardLists: [2.5] is not a list of ids'],
    ['services that only Terraform knows', { services: Token.asList('${var.a}') }, 'only Terraform knows'],
    ['teams that only Terraform knows', { teams: Token.asList('${var.a}') }, 'only Terraform knows'],
    ['a link without placeholder', { sessionLink: 'https://a.example/' }, '{labels}'],
  ])('%s', (_, props, message) => {
    expect(() => dashboard(props)).toThrow(message);
    expect(() => dashboard(props)).toThrow('[stack/Dashboard]');
  });

  it.each([
    [undefined, 'is not JSON'],
    [null, 'is not a widget definition'],
    [Fn.file('a'), 'is known only to Terraform, but it is read now'],
    ['note', 'definition:1:1: "note" is where it stops being JSON'],
    ['"note"', 'is not a widget definition'],
    [[NOTE], 'is not a widget definition'],
    [{ content: 'no type' }, 'is not a widget definition'],
    [{ type: 'note', content: NaN }, 'definition.content: NaN'],
    [{ type: 'note', content: new Map() }, 'definition.content'],
  ])('a widget that is none: %p', (definition, message) => {
    const board = plain();
    expect(() => board.addWidget(definition)).toThrow(message);
    expect(board.toJson().widgets).toEqual([]);
  });

  it.each([null, 5, 'wide', []])('the layout %p', (layout) => {
    expect(() => plain().addWidget(NOTE, layout as any)).toThrow(
      /^\[stack\/Dashboard\] layout: .* is not an object/,
    );
  });

  it('a widget without settings', () => {
    const settings = undefined as any;
    expect(() => plain().addTimeseries(settings)).toThrow(
      '[stack/Dashboard] props: undefined are not settings',
    );
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

describe('addOverride of the resource', () => {
  const OVERRIDDEN =
    '@cdktf/warn: [stack/Own] dashboard is set by addOverride, so Terraform gets none of the widgets, titles and links ' +
    'that are made here. Pass the JSON to RookoutDashboard.fromJson instead.';

  it.each<[string, (stack: TerraformStack) => RookoutDashboard]>([
    ['a new dashboard', (stack) => new RookoutDashboard(stack, 'Own', { overview: false })],
    ['an imported one', (stack) => RookoutDashboard.fromJson(stack, 'Own', { json: board(CART) })],
  ])('warns if it replaces the JSON of %s', (_, make) => {
    const stack = newStack();
    make(stack).resource.addOverride('dashboard', '{"title":"Other"}');
    expect(onlyResource(synthesized(stack), 'datadog_dashboard_json').dashboard).toBe('{"title":"Other"}');
    expect(annotations(stack)).toContain(OVERRIDDEN);
  });

  it('says nothing of other attributes', () => {
    const stack = newStack();
    new RookoutDashboard(stack, 'Own', { overview: false }).resource.addOverride('url', 'https://a.example');
    expect(annotations(stack)).toEqual([]);
  });
});
