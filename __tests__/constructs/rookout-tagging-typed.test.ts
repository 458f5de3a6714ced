import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import { Powerpack } from '@cdktf/provider-datadog/lib/powerpack';
import { Aspects, TerraformIterator, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { RookoutDashboard, RookoutTagging } from '../../lib';
import { newStack, onlyResource, synthesized } from '../support/stack';
import { annotations, LINK, tag } from '../support/tagging';
import { TypedResource } from '../support/typed-resource';

const metric = (query: string) => ({ request: [{ query: [{ metricQuery: { name: 'query1', query } }] }] });

function typed(stack: TerraformStack, widget: any): Dashboard {
  return new Dashboard(stack, 'Typed', {
    title: 'Typed',
    layoutType: 'ordered',
    templateVariable: [{ name: 'deployment', prefix: 'kube_deployment' }],
    widget,
  });
}

describe('a typed datadog_dashboard', () => {
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

  it('is tagged in part where only some of it is known only to Terraform', () => {
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
      expect.stringContaining('widget[0].timeseriesDefinition is known only to Terraform'),
    ]);
  });

  it('is tagged by the queries that its formulas draw', () => {
    const stack = newStack();
    const query = ['cart', 'shop', 'pay'].map((service, index) => ({
      metricQuery: { name: `query${index + 1}`, query: `avg:a{service:${service}}` },
    }));
    const formula = [{ formulaExpression: 'query1 / default_zero(query3)' }];
    typed(stack, [{ timeseriesDefinition: { title: 'Share', request: [{ query, formula }] } }]);
    const [{ timeseries_definition: share }] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    expect(share.title).toBe('Share [service:cart] [service:pay]');
    expect(share.request[0].formula).toEqual([{ formula_expression: 'query1 / default_zero(query3)' }]);
  });

  it('names no list of services if its formula draws only the first lines', () => {
    const stack = newStack();
    const query = [{ metricQuery: { name: 'a', query: 'avg:a{service IN (cart,pay)} by {pod_name}' } }];
    const drawn = (limit: unknown) => ({
      timeseriesDefinition: {
        title: 'Load',
        request: [{ query, formula: [{ formulaExpression: 'a', limit }] }],
      },
    });
    typed(stack, [drawn({ count: 5, order: 'desc' }), drawn([{ count: 5 }]), drawn(undefined)]);
    const { widget } = onlyResource(tag(stack), 'datadog_dashboard');
    expect(widget.map(({ timeseries_definition: load }: any) => load.title)).toEqual([
      'Load',
      'Load',
      'Load [service:cart] [service:pay]',
    ]);
  });

  it('links each line of a formula whose queries group alike', () => {
    const stack = newStack();
    const query = ['a', 'b'].map((name) => ({
      metricQuery: { name, query: `sum:${name}{env:prod} by {kube_deployment}` },
    }));
    const request = [{ query, formula: [{ formulaExpression: 'a - b' }] }];
    typed(stack, [{ timeseriesDefinition: { title: 'Lag', request } }]);
    const [{ timeseries_definition: lag }] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    expect(lag.title).toBe('Lag [env:prod]');
    expect(lag.custom_link[0].link).toBe(`${LINK}k8s_deployment%3A{{kube_deployment.value}}%2Cenv%3Aprod`);
  });

  it('is tagged in the graph that a split group splits', () => {
    const stack = newStack();
    const query = 'avg:a{kube_deployment:cart AND env IN (prod, qa)}';
    const source = { timeseriesDefinition: { title: 'Memory', ...metric(query) } };
    typed(stack, [
      {
        splitGraphDefinition: {
          size: 'md',
          sourceWidgetDefinition: source,
          splitConfig: { splitDimensions: { oneGraphPer: 'env' }, limit: 24, sort: { order: 'desc' } },
        },
      },
    ]);
    const [{ split_graph_definition: split }] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    expect(split.source_widget_definition.timeseries_definition).toMatchObject({
      title: 'Memory [k8s_deployment:cart]',
      custom_link: [{ link: `${LINK}k8s_deployment%3Acart` }],
    });
    expect(split.split_config.split_dimensions).toEqual({ one_graph_per: 'env' });
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: 1 tagged']);
  });

  it('is named in a warning where a dynamic block makes its widgets', () => {
    const stack = newStack();
    const iterator = TerraformIterator.fromList(['cart', 'pay']);
    typed(stack, iterator.dynamic({ timeseries_definition: { title: iterator.value } }));
    tag(stack);
    expect(annotations(stack)).toEqual([
      expect.stringContaining(
        '@cdktf/warn: Rookout tagging: [stack/Typed] widget is known only to Terraform, so it stays as it is. Write the ' +
          'blocks in a loop of your own language',
      ),
    ]);
    expect(annotations(stack)[0]).not.toContain('TerraformJson');
  });

  it.each([
    ['dynamic.widget', { for_each: ['cart'], content: {} }],
    ['widget', [{ note_definition: { content: 'Theirs' } }]],
  ])('is named in a warning where addOverride sets %s', (path, value) => {
    const stack = newStack();
    typed(stack, []).addOverride(path, value);
    tag(stack);
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: no graphs',
      expect.stringContaining(`@cdktf/warn: Rookout tagging: [stack/Typed] ${path} is set by addOverride`),
    ]);
  });

  it('is named in no warning for overrides that make no widgets', () => {
    const stack = newStack();
    const dashboard = typed(stack, []);
    dashboard.addOverride('dynamic.template_variable', { for_each: ['env'], content: {} });
    dashboard.addOverride('description', 'Ours');
    tag(stack);
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: no graphs']);
  });
});

describe('a datadog_dashboard_v2', () => {
  const WIDGETS = [{ timeseriesDefinition: { title: 'Memory', ...metric('avg:memory{service:cart}') } }];

  it('is tagged as datadog_dashboard is', () => {
    const stack = newStack();
    new TypedResource(stack, 'Next', 'datadog_dashboard_v2', WIDGETS);
    const [{ timeseriesDefinition }] = onlyResource(tag(stack), 'datadog_dashboard_v2').widget;
    expect(timeseriesDefinition).toMatchObject({
      title: 'Memory [service:cart]',
      customLink: [{ label: 'Set metric points', link: `${LINK}service%3Acart` }],
    });
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: 1 tagged']);
  });

  it('is left out by its title', () => {
    const stack = newStack();
    new TypedResource(stack, 'Next', 'datadog_dashboard_v2', WIDGETS);
    tag(stack, { excludeDashboards: ['next'] });
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: excluded']);
  });
});

describe('blocks of newer providers', () => {
  const logs = (name: string, query: string, groupByFields?: object) => ({
    eventQuery: {
      dataSource: 'logs',
      name,
      compute: [{ aggregation: 'count' }],
      search: { query },
      groupByFields,
    },
  });
  const byService = { fields: ['service'], limit: 10 };
  const graph = (title: string, ...query: object[]) => ({
    timeseriesDefinition: { title, request: [{ query }] },
  });

  it('groupByFields are lines of a graph', () => {
    const stack = newStack();
    new TypedResource(stack, 'Next', 'datadog_dashboard', [
      graph('One', logs('q', 'status:error', byService)),
      graph('Mixed', logs('q', 'service:cart'), logs('r', 'status:error', byService)),
    ]);
    const [one, mixed] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    expect(one.timeseriesDefinition.title).toBe('One');
    expect(one.timeseriesDefinition.customLink).toEqual([
      { label: 'Set metric points', link: `${LINK}service%3A{{service.value}}` },
    ]);
    expect(mixed).toEqual(graph('Mixed', logs('q', 'service:cart'), logs('r', 'status:error', byService)));
  });
});

describe('a kind of widget', () => {
  const props = { widgetTypes: ['treemap', 'distribution'], reportWidgets: true };

  it('has its links in the block that the provider has for them', () => {
    const stack = newStack();
    const formula = [{ formulaExpression: 'query1' }];
    const [request] = metric('avg:mem{service:cart} by {host}').request;
    typed(stack, [{ treemapDefinition: { title: 'T', request: [{ ...request, formula }] } }]);
    const [{ treemap_definition: treemap }] = onlyResource(tag(stack, props), 'datadog_dashboard').widget;
    expect(treemap.title).toBe('T [service:cart]');
    expect(treemap.custom_links).toEqual([
      { label: 'Set metric points', link: `${LINK}service%3Acart%2C%24hostname%3A{{host.value}}` },
    ]);
  });

  it('gets no title where the provider has no block for links', () => {
    const stack = newStack();
    typed(stack, [{ distributionDefinition: { title: 'D', request: [{ q: 'avg:mem{service:cart}' }] } }]);
    const [{ distribution_definition: distribution }] = onlyResource(
      tag(stack, props),
      'datadog_dashboard',
    ).widget;
    expect(distribution.title).toBe('D');
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: 1 not linked\n' +
        '  widget[0]: not linked: D (the provider has no context links for distribution)',
    ]);
  });
});

describe('what only Terraform knows of a graph', () => {
  it.each([
    [
      'a search',
      (list: any) => ({ eventQuery: { dataSource: 'logs', name: 'a', search: list.interpolation } }),
    ],
    [
      'groups',
      (list: any) => ({
        eventQuery: { dataSource: 'logs', name: 'a', groupByFields: { fields: list.texts } },
      }),
    ],
  ])('leaves it as it is: %s', (_, query) => {
    const stack = newStack();
    const given = new TerraformVariable(stack, 'given', { type: 'any' });
    const later = { interpolation: Token.asAny(given.value), texts: Token.asList(given.value) };
    const request = [{ query: [{ metricQuery: { name: 'b', query: 'avg:a{service:cart}' } }, query(later)] }];
    new TypedResource(stack, 'Next', 'datadog_dashboard', [
      { timeseriesDefinition: { title: 'A', request } },
    ]);
    const [{ timeseriesDefinition }] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    expect(timeseriesDefinition.title).toBe('A');
    expect(annotations(stack)[0]).toContain('widget[0].timeseriesDefinition is known only to Terraform');
  });
});

describe('a typed powerpack', () => {
  it.each(['datadog_powerpack', 'datadog_powerpack_v2'])('is tagged as a dashboard is: %s', (type) => {
    const stack = newStack();
    const cpu = { timeseriesDefinition: { title: 'CPU', ...metric('avg:cpu{service:cart}') } };
    new TypedResource(stack, 'Pack', type, [cpu]);
    const [{ timeseriesDefinition }] = onlyResource(tag(stack), type).widget;
    expect(timeseriesDefinition).toMatchObject({
      title: 'CPU [service:cart]',
      customLink: [{ label: 'Set metric points', link: `${LINK}service%3Acart` }],
    });
  });

  it('of the bindings is tagged, but no link follows its variables, and its name excludes it', () => {
    const widget = [
      { timeseriesDefinition: { title: 'CPU', ...metric('avg:cpu{service:cart}') } },
      { timeseriesDefinition: { title: 'Any', ...metric('avg:cpu{service:$svc.value}') } },
    ];
    const templateVariables = [{ name: 'svc', defaults: ['cart'] }];
    const stack = newStack();
    new Powerpack(stack, 'Pack', { name: 'Pack', widget, templateVariables });
    const [cpu, any] = onlyResource(tag(stack), 'datadog_powerpack').widget;
    expect(cpu.timeseries_definition.title).toBe('CPU [service:cart]');
    expect(any.timeseries_definition).toMatchObject({ title: 'Any' });
    expect(any.timeseries_definition.custom_link).toBeUndefined();

    const other = newStack();
    new Powerpack(other, 'Pack', { name: 'Pack', widget });
    tag(other, { excludeDashboards: ['pack'] });
    expect(annotations(other)).toEqual(['@cdktf/info: Rookout tagging: excluded']);
  });
});

describe('what addOverride sets', () => {
  const graph = (title: string, query = 'avg:cpu{service:cart}') => ({
    timeseriesDefinition: { title, ...metric(query) },
  });
  const titles = (stack: TerraformStack) =>
    onlyResource(tag(stack), 'datadog_dashboard').widget.map(
      ({ timeseries_definition: { title } }: any) => title,
    );

  it.each(['description', 'live_span', 'yaxis.min'])('leaves a graph what it shows: %s', (field) => {
    const stack = newStack();
    typed(stack, [graph('CPU')]).addOverride(`widget.0.timeseries_definition.${field}`, '1');
    expect(titles(stack)).toEqual(['CPU [service:cart]']);
    expect(annotations(stack)).toEqual(['@cdktf/info: Rookout tagging: 1 tagged']);
  });

  it.each(['title', 'request.0.q', 'custom_link.0.link'])(
    'decides what a graph shows, which is left and named: %s',
    (field) => {
      const stack = newStack();
      const at = `widget.1.timeseries_definition.${field}`;
      typed(stack, [graph('CPU'), graph('Load')]).addOverride(at, 'avg:cpu{service:pay}');
      const [cpu, load] = onlyResource(tag(stack), 'datadog_dashboard').widget;
      expect(cpu.timeseries_definition.title).toBe('CPU [service:cart]');
      expect(JSON.stringify(load)).not.toContain('rookout');
      expect(annotations(stack)).toEqual([
        '@cdktf/info: Rookout tagging: 1 tagged',
        '@cdktf/warn: Rookout tagging: [stack/Typed] ' +
          `widget.1.timeseries_definition.${field.split('.')[0]} is set by addOverride, so widget[1] stays as it is. ` +
          'Set it on the resource itself.',
      ]);
    },
  );

  it('is left and named in groups and split graphs', () => {
    const stack = newStack();
    const board = typed(stack, [
      { groupDefinition: { layoutType: 'ordered', widget: [graph('A'), graph('B')] } },
      {
        splitGraphDefinition: {
          size: 'md',
          sourceWidgetDefinition: graph('C'),
          splitConfig: { splitDimensions: { oneGraphPer: 'env' }, limit: 24, sort: { order: 'desc' } },
        },
      },
    ]);
    board.addOverride('widget.0.group_definition.widget.1.timeseries_definition.title', 'Theirs');
    board.addOverride('widget.0.group_definition.title', 'Group');
    board.addOverride('widget.1.split_graph_definition.split_config.limit', 12);
    const [group, split] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    const [a, b] = group.group_definition.widget;
    expect(a.timeseries_definition.title).toBe('A [service:cart]');
    expect(b.timeseries_definition.custom_link).toBeUndefined();
    expect(split.split_graph_definition.source_widget_definition.timeseries_definition.title).toBe('C');
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: 1 tagged',
      expect.stringContaining('so widget[0].groupDefinition.widget[1] stays as it is'),
      expect.stringContaining('split_config is set by addOverride, so widget[1] stays as it is'),
    ]);
  });

  it('is left and named where the stack sets it', () => {
    const stack = newStack();
    typed(stack, [graph('CPU')]);
    const at = 'resource.datadog_dashboard.Typed.widget.0.timeseries_definition.request.0.q';
    stack.addOverride(at, 'avg:cpu{service:pay}');
    expect(titles(stack)).toEqual(['CPU']);
    expect(annotations(stack)[1]).toContain('so widget[0] stays as it is');
  });

  it('is left as it was given where the override comes after tagging', () => {
    const stack = newStack();
    const board = typed(stack, [graph('CPU'), graph('Load')]);
    Aspects.of(stack).add(new RookoutTagging());
    const late = {
      visit: (node: IConstruct) => {
        if (node === board) board.addOverride('widget.0.timeseries_definition.request.0.q', 'avg:cpu{*}');
      },
    };
    Aspects.of(stack).add(late);
    const [cpu, load] = onlyResource(synthesized(stack), 'datadog_dashboard').widget;
    expect(cpu.timeseries_definition).toMatchObject({ title: 'CPU' });
    expect(cpu.timeseries_definition.custom_link).toBeUndefined();
    expect(load.timeseries_definition.title).toBe('Load [service:cart]');
  });

  it('is a variable that no link follows', () => {
    const stack = newStack();
    const board = typed(stack, [graph('CPU'), graph('Any', 'avg:cpu{$deployment}')]);
    board.addOverride('template_variable.0.prefix', 'service');
    const [, any] = onlyResource(tag(stack), 'datadog_dashboard').widget;
    expect(any.timeseries_definition.custom_link).toBeUndefined();
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: 1 tagged, 1 nothing to infer',
      expect.stringContaining('template_variable is set by addOverride, so no link follows'),
    ]);
  });

  it.each([undefined, '${var.widgets}'])('replaces all widgets: %s', (value) => {
    const stack = newStack();
    typed(stack, [graph('CPU')]).addOverride('widget', value);
    tag(stack);
    expect(annotations(stack)).toEqual([expect.stringContaining('widget is set by addOverride')]);
  });
});

it('an override of a dashboard of this library is named, and nothing is said to be tagged', () => {
  const stack = newStack();
  const board = new RookoutDashboard(stack, 'Own', { title: 'A' });
  board.resource.addOverride('dashboard', '{}');
  tag(stack);
  expect(annotations(stack)).toEqual([
    expect.stringContaining('@cdktf/warn: [stack/Own] dashboard is set by addOverride'),
    expect.stringContaining('@cdktf/warn: Rookout tagging: [stack/Own] dashboard is set by addOverride'),
  ]);
});

it('reports show the expressions of Terraform, not tokens', () => {
  const stack = newStack();
  const service = new TerraformVariable(stack, 'svc', { type: 'string' });
  typed(stack, [
    { timeseriesDefinition: { title: 'CPU', ...metric(`avg:cpu{service:${service.stringValue}}`) } },
  ]);
  tag(stack, { reportWidgets: true });
  expect(annotations(stack)[0]).toContain('CPU → CPU [service:${var.svc}]');
});
