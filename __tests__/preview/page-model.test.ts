import { JsonObject } from '../../lib/json/value';
import { PageModel, WidgetModel } from '../../lib/preview/model';
import { pageModel } from '../../lib/preview/page-model';
import { dashboard, free, group, legacy, logs, timeseries } from '../cli/support/dashboards';
import { TABS } from '../support/dashboards/tabs';
import { CHECKOUT } from '../support/checkout';

const modelOf = (json: JsonObject): PageModel => pageModel(json, { graphs: [], app: () => undefined });
const only = (definition: object): WidgetModel => modelOf(dashboard('Board', definition)).widgets[0];

describe('the page of a dashboard', () => {
  it('has its widgets where they are, those of groups in their group', () => {
    const { widgets, layout } = modelOf(
      dashboard('Board', group('Cart', timeseries('Memory', 'avg:mem{*}'))),
    );
    expect(layout).toBe('grid');
    expect(widgets[0]).toMatchObject({ path: 'widgets[0]', at: { x: 0, y: 0, width: 6, height: 3 } });
    expect(widgets[0].shows).toMatchObject({
      kind: 'group',
      columns: 6,
      widgets: [{ path: 'widgets[0].definition.widgets[0]', title: 'Memory', at: { x: 0, y: 0 } }],
    });
    expect(modelOf(free())).toMatchObject({
      layout: 'free',
      widgets: [{ at: { x: 3, y: 61, width: 47, height: 15 } }],
    });
  });

  it('lets widgets without layout flow below the others, as Datadog does', () => {
    const [note] = dashboard('Board', { type: 'note', content: '' }).widgets;
    const flowing = { definition: { type: 'note', content: '' } };
    const { widgets } = modelOf({ ...dashboard('Board'), widgets: [note, flowing, flowing] });
    expect(widgets.map(({ at: { x, y } }) => [x, y])).toEqual([
      [0, 0],
      [0, 2],
      [4, 2],
    ]);
  });

  it('moves widgets that lie on others below them, as Datadog does, but not on a canvas', () => {
    const note = (x: number, y: number, width: number, height: number) => ({
      definition: { type: 'note', content: '' },
      layout: { x, y, width, height },
    });
    const exported = [
      note(0, 0, 5, 3),
      note(5, 0, 7, 8),
      note(0, 0, 12, 4),
      note(0, 4, 6, 4),
      note(0, 21, 12, 9),
    ];
    const rowsOf = (widgets: object[], layout_type: string) =>
      modelOf({ ...dashboard('Board'), layout_type, widgets }).widgets.map(({ at }) => at.y);
    expect(rowsOf(exported, 'ordered')).toEqual([0, 0, 8, 12, 21]);
    expect(rowsOf(exported, 'free')).toEqual([0, 0, 0, 4, 21]);
    expect(rowsOf([note(0, 4, 6, 4), note(0, 0, 6, 4)], 'ordered')).toEqual([4, 0]);
  });

  it('makes groups as high as what is in them, as Datadog does, and moves down what is below', () => {
    const inGroup = timeseries('Memory', 'avg:mem{*}');
    const row = (definition: object, y: number) => ({
      definition,
      layout: { x: 0, y, width: 12, height: 1 },
    });
    const widgets = [
      row(group('Cart', inGroup, inGroup), 0),
      row({ ...group('Hidden', inGroup), show_title: false }, 1),
      row(group('Empty'), 2),
      row({ type: 'note', content: '' }, 3),
    ];
    const places = modelOf({ ...dashboard('Board'), widgets }).widgets.map(({ at }) => [at.y, at.height]);
    expect(places).toEqual([
      [0, 3],
      [3, 2],
      [5, 2],
      [7, 1],
    ]);
  });

  it('draws an app of a template of Datadog by its type, since no stack declares it', () => {
    expect(only({ type: 'embedded_app', template_id: 'a' }).shows).toEqual({ kind: 'plain' });
  });

  it('takes each tab for a grid of its own', () => {
    expect(modelOf(TABS).widgets.map(({ at }) => at.y)).toEqual([0, 0, 3]);
  });

  it('has tabs of widgets by position or id, each once, in the order of the dashboard', () => {
    const note = { definition: { type: 'note', content: '' } };
    const widgets = [{ ...note, id: 7 }, note, { ...note, id: '8' }, { ...note, id: 7 }];
    const tabs = [
      { name: 'A', widget_ids: [8, '@2', 7, '@1'] },
      { name: 'B', widget_ids: ['@9', 9] },
      { name: 'C' },
    ];
    expect(modelOf({ ...dashboard('Board'), widgets, tabs }).tabs).toEqual([
      { name: 'A', widgets: [0, 1, 2, 3] },
      { name: 'B', widgets: [] },
      { name: 'C', widgets: [] },
    ]);
  });

  it('draws the tags of the queries that a formula names, in the order of the queries', () => {
    const query = (name: string, tag: string) => ({
      name,
      data_source: 'metrics',
      query: `avg:load{*} by {${tag}}`,
    });
    const queries = [query('a', 'host'), query('b', 'env'), query('a', 'pod'), query('c', 'zone')];
    const formulas = ['b + a', 'c', 'gone', 'a +'].map((formula) => ({ formula }));
    const { shows } = only({ type: 'timeseries', requests: [{ formulas, queries }] });
    expect(shows).toMatchObject({
      series: [{ tags: ['host', 'env', 'pod'] }, { tags: ['zone'] }, { tags: [] }, { tags: [] }],
    });
  });

  it('draws a series for each formula, by its alias, with the tags that it groups by', () => {
    const definition = {
      type: 'timeseries',
      requests: [
        {
          formulas: [{ formula: 'query1 / query2', alias: 'Ratio' }, { formula: 'query2' }],
          queries: [
            { name: 'query1', data_source: 'metrics', query: 'sum:errors{*} by {host,env}' },
            { name: 'query2', data_source: 'metrics', query: 'sum:hits{*} by {host,env}' },
          ],
          display_type: 'area',
        },
      ],
    };
    expect(only(definition).shows).toMatchObject({
      series: [
        { name: 'Ratio', tags: ['host', 'env'], as: 'area' },
        { name: 'sum:hits{*} by {host,env}', tags: ['host', 'env'], as: 'area' },
      ],
    });
  });

  it.each([
    [{ unit: { type: 'canonical_unit', unit_name: 'byte', per_unit_name: 'second' } }, 'avg:a{*}', 'B/s'],
    [{ unit: { type: 'canonical_unit', unit_name: 'fetch' } }, 'avg:a{*}.as_rate()', 'fetch'],
    [{ unit: { type: 'custom_unit_label', label: 'carts' } }, 'avg:a{*}', 'carts'],
    [undefined, 'avg:a{*}.as_rate()', '/s'],
    [undefined, 'avg:a{*}.as_count()', ''],
    ['text', 'avg:a{*}', ''],
  ])('has the units of its values: %j', (number_format, query, unit) => {
    const queries = [{ name: 'query1', data_source: 'metrics', query }];
    const requests = [{ formulas: [{ formula: 'query1', number_format }], queries }];
    expect(only({ type: 'timeseries', requests }).shows).toMatchObject({ series: [{ unit }] });
  });

  it('names the queries of every form', () => {
    expect(only(logs('Errors', 'service:cart')).queries).toEqual(['logs: service:cart: count']);
    expect(only(legacy('Load', 'avg:system.load.1{*}')).queries).toEqual(['avg:system.load.1{*}']);
    const log = { search: { query: 'service:pay' }, compute: { aggregation: 'avg', facet: '@duration' } };
    expect(only({ type: 'toplist', requests: [{ log_query: log }] }).queries).toEqual([
      'log: service:pay: avg',
    ]);
  });

  it('has the markers and the axis of a timeseries', () => {
    const definition = {
      ...legacy('Load', 'avg:system.load.1{*}'),
      markers: [
        { value: 'y = 90', display_type: 'error dashed', label: ' limit ' },
        { value: '10 < y < 20', display_type: 'ok solid' },
        { value: 'none' },
      ],
      yaxis: { label: 'load', scale: 'log', min: '1', max: 'auto' },
    };
    expect(only(definition).shows).toMatchObject({
      markers: [
        { values: [90], label: 'limit', level: 'error' },
        { values: [10, 20], label: '', level: 'ok' },
      ],
      axis: { label: 'load', log: true, min: 1, max: undefined },
    });
  });

  it('has the links that a widget really has, but for those that are none', () => {
    const addresses = ['https://app.rookout.com/', '/logs', '//evil.example', 'javascript:alert(1)', 7];
    const custom_links = addresses.map((link, index) => ({ label: `${index}`, link }));
    expect(only({ type: 'timeseries', custom_links }).links).toEqual([
      { label: '0', address: 'https://app.rookout.com/' },
      { label: '1', address: '/logs' },
    ]);
  });

  it('offers the values of template variables, the default first', () => {
    const template_variables = [
      { name: 'env', default: 'prod', available_values: ['dev', 'prod'] },
      { name: 'all', defaults: ['*'] },
    ];
    expect(modelOf({ ...dashboard('Board'), template_variables }).variables).toEqual([
      { name: 'env', key: '', values: ['prod', 'dev', '*'] },
      { name: 'all', key: '', values: ['*'] },
    ]);
  });

  it('offers the values that queries name, those of groups as well', () => {
    const { variables } = modelOf(
      dashboard(
        'Board',
        group('Pay', timeseries('Memory', 'avg:mem{service:pay,env:prod}')),
        logs('Errors', 'service:(cart OR pay) -service:old'),
        timeseries('Broken', 'avg:mem{'),
      ),
    );
    expect(variables).toEqual([{ name: 'service', key: 'service', values: ['*', 'pay', 'cart', 'old'] }]);
  });

  it('has the saved views that set a variable', () => {
    const template_variable_presets = [
      { name: 'Default' },
      {
        name: 'Cart',
        template_variables: [
          { name: 'service', values: ['cart', 'pay'] },
          { name: 'env', value: 'prod' },
          { name: 'x' },
        ],
      },
    ];
    expect(modelOf({ ...dashboard('Board'), template_variable_presets }).views).toEqual([
      { name: 'Cart', values: { service: 'cart', env: 'prod' } },
    ]);
  });

  it('finds the widgets of tabs by id and by position', () => {
    const board = dashboard('Board', { type: 'note', content: '' }, { type: 'note', content: '' });
    const tabs = [
      { name: 'One', widget_ids: [7001] },
      { name: 'Two', widget_ids: ['@1'] },
    ];
    expect(modelOf({ ...board, tabs }).tabs).toEqual([
      { name: 'One', widgets: [1] },
      { name: 'Two', widgets: [0] },
    ]);
  });

  it.each([
    ['no_such_kind', 'unknown'],
    ['constructor', 'unknown'],
    ['geomap', 'plain'],
    ['query_value', 'value'],
    ['slo', 'objective'],
  ])('shows %s as %s', (type, kind) => {
    expect(only({ type }).shows.kind).toBe(kind);
  });

  it.each([null, 7, 'text', [], {}, { widgets: 7 }, { requests: 'x' }, { type: 'timeseries', yaxis: [] }])(
    'is made of anything: %j',
    (definition) => {
      const odd = {
        widgets: [definition, { definition }],
        tabs: definition,
        template_variables: [definition],
      };
      expect(modelOf(odd as JsonObject).widgets.length).toBeGreaterThan(0);
    },
  );

  it('is the same for the same dashboard', () => {
    expect(modelOf(JSON.parse(CHECKOUT))).toEqual(modelOf(JSON.parse(CHECKOUT)));
  });
});
