import { v1 } from '@datadog/datadog-api-client';
import { DASHBOARDS } from '../support/dashboards';
import { DatadogApi, Json } from '../support/datadog-api';
import { app, call, configuration, dashboard, NOTE, startedApi, typed } from './support';

const PATH = '/api/v1/dashboard';

let api: DatadogApi;
let dashboards: v1.DashboardsApi;

beforeEach(async () => {
  api = await startedApi();
  dashboards = new v1.DashboardsApi(configuration(api));
});

/** What `datadog_dashboard_json` compares: without what is the server's own. */
function compared({ status: _, headers: __, ...answer }: Json): Json {
  const { id, url, author_handle, author_name, created_at, modified_at, ...rest } = answer;
  expect([id, url, author_handle, author_name, created_at, modified_at]).not.toContain(undefined);
  return rest;
}

describe('dashboards', () => {
  it('are created, read, listed, replaced and deleted', async () => {
    const { id } = await dashboards.createDashboard({ body: typed(dashboard()) });
    expect(id).toMatch(/^[0-9a-z]{3}-[0-9a-z]{3}-[0-9a-z]{3}$/);
    expect(await dashboards.getDashboard({ dashboardId: id! })).toMatchObject({
      title: 'Shop',
      layoutType: 'ordered',
      url: `/dashboard/${id}/shop`,
    });
    await dashboards.updateDashboard({ dashboardId: id!, body: typed(dashboard({ title: 'Shop 2' })) });
    const { dashboards: listed } = await dashboards.listDashboards();
    expect(listed).toMatchObject([{ id, title: 'Shop 2', url: `/dashboard/${id}/shop-2` }]);
    expect(await dashboards.deleteDashboard({ dashboardId: id! })).toMatchObject({ deletedDashboardId: id });
    await expect(dashboards.getDashboard({ dashboardId: id! })).rejects.toMatchObject({
      code: 404,
      body: { errors: [`Dashboard with ID ${id} not found`] },
    });
  });

  it('come back as they were sent, with what is the server’s own', async () => {
    const sent = dashboard({
      widgets: [{ id: 7, definition: NOTE }],
      tags: ['team:shop'],
      reflow_type: null,
    });
    expect(compared(await call(api, 'POST', PATH, sent))).toEqual(sent);
  });

  it('have null for what is absent, and do without a pause that is false', async () => {
    const { layout_type, title, widgets } = dashboard();
    const answer = await call(api, 'POST', PATH, { layout_type, title, widgets, pause_auto_refresh: false });
    expect(compared(answer)).toEqual({
      layout_type,
      title,
      widgets: [{ id: expect.any(Number), definition: NOTE }],
      description: null,
      template_variables: null,
      notify_list: null,
    });
  });

  it('have their notify list sorted', async () => {
    const { notify_list } = await call(api, 'POST', PATH, dashboard({ notify_list: ['z@e.com', 'a@e.com'] }));
    expect(notify_list).toEqual(['a@e.com', 'z@e.com']);
  });

  it('keep the ids of widgets, and give one to every widget that has none, in groups too', async () => {
    const group = { type: 'group', layout_type: 'ordered', widgets: [{ definition: NOTE }] };
    const widgets = [{ id: 42, definition: NOTE }, { definition: group }];
    const first = await call(api, 'POST', PATH, dashboard({ widgets }));
    const second = await call(api, 'PUT', `${PATH}/${first.id}`, dashboard({ widgets }));
    const idsOf = ({ widgets: [note, { id, definition }] }: Json) => [note.id, id, definition.widgets[0].id];
    expect(idsOf(first)).toEqual([42, expect.any(Number), expect.any(Number)]);
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(5);
  });

  it('have tabs that name widgets by position or id', async () => {
    const tabs = [{ id: 'a', name: 'All', widget_ids: ['@2', 42] }];
    const widgets = [{ id: 42, definition: NOTE }, { definition: NOTE }];
    const answer = await call(api, 'POST', PATH, dashboard({ widgets, tabs }));
    expect(answer.tabs).toEqual([{ id: 'a', name: 'All', widget_ids: [answer.widgets[1].id, 42] }]);
  });

  it('replace all but id, address and creation', async () => {
    const before = await call(
      api,
      'POST',
      PATH,
      dashboard({ tags: ['team:shop'], id: 'mine', url: '/mine' }),
    );
    const after = await call(api, 'PUT', `${PATH}/${before.id}`, dashboard());
    expect(after).toMatchObject({ id: before.id, url: before.url, created_at: before.created_at });
    expect(before.id).not.toBe('mine');
    expect(after).not.toHaveProperty('tags');
  });

  it.each([
    ['Shop_services: Mémoire [k8s]', 'shopservices-memoire-k8s'],
    ['x'.repeat(90), 'x'.repeat(80)],
  ])('have an address that ends in the title %j', async (title, slug) => {
    const { id, url } = await call(api, 'POST', PATH, dashboard({ title }));
    expect(url).toBe(`/dashboard/${id}/${slug}`);
  });

  it('of real shapes are taken', async () => {
    const { SERVICES, CANVAS, ARRANGED, TABS } = DASHBOARDS as Record<string, any>;
    const known = ARRANGED.widgets.filter(({ definition }: any) => definition.type !== 'brand_new_kind');
    const { dashboard_lists: _, ...tabs } = TABS;
    for (const sent of [SERVICES, CANVAS, { ...ARRANGED, widgets: known }, tabs]) {
      expect(await call(api, 'POST', PATH, sent)).toMatchObject({ status: 200, title: sent.title });
    }
  });

  it('are edited and deleted by hand', async () => {
    const { id } = api.dashboards.create(dashboard());
    api.dashboards.edit(id, (edited) => (edited.title = 'By hand'));
    expect(await dashboards.getDashboard({ dashboardId: id })).toMatchObject({ title: 'By hand' });
    expect(() => api.dashboards.edit(id, (edited) => (edited.layout_type = 'round'))).toThrow('layout_type');
    expect(api.dashboards.get(id).layout_type).toBe('ordered');
    api.dashboards.delete(id);
    await expect(dashboards.getDashboard({ dashboardId: id })).rejects.toMatchObject({ code: 404 });
  });
});

const at = (x: number, width: number) => ({ x, y: 0, width, height: 2 });
const graph = (changes: Json) => ({
  type: 'timeseries',
  requests: [{ q: 'avg:system.load.1{*}', display_type: 'line' }],
  ...changes,
});
const withWidget = (widget: Json, changes: Json = {}) => dashboard({ widgets: [widget], ...changes });
const variables = (...list: Json[]) => dashboard({ template_variables: list });
const preset = (value: Json) =>
  dashboard({
    template_variable_presets: [{ name: 'Live', template_variables: [{ name: 'env', ...value }] }],
  });
const inGroup = (definition: Json) =>
  withWidget({ definition: { type: 'group', layout_type: 'ordered', widgets: [{ definition }] } });

const REFUSED: readonly [string, Json, string][] = [
  ['no title', dashboard({ title: undefined }), "'title' is a required property"],
  ['no layout type', dashboard({ layout_type: undefined }), "'layout_type' is a required property"],
  ['no widgets', dashboard({ widgets: undefined }), "'widgets' is a required property"],
  ['widgets that are not a list', dashboard({ widgets: {} }), "'widgets' is invalid"],
  ['a title that is not text', dashboard({ title: 7 }), "'title' is invalid"],
  ['an unknown layout type', dashboard({ layout_type: 'round' }), "'layout_type' is invalid"],
  ['dashboard lists', dashboard({ dashboard_lists: [7] }), "'dashboard_lists'"],
  ['a tag of another key', dashboard({ tags: ['env:prod'] }), 'Valid tag keys are: team.'],
  [
    'six tags',
    dashboard({ tags: [...'abcdef'].map((name) => `team:${name}`) }),
    'Maximum number of tags is 5',
  ],
  ['a free layout that flows', dashboard({ layout_type: 'free', reflow_type: 'auto' }), "'reflow_type'"],
  ['a widget of a free layout without place', dashboard({ layout_type: 'free' }), "'layout' is a required"],
  ['a widget of a fixed layout without place', dashboard({ reflow_type: 'fixed' }), "'layout' is a required"],
  [
    'a place where Datadog arranges',
    withWidget({ definition: NOTE, layout: at(0, 4) }, { reflow_type: 'auto' }),
    "'layout' is not allowed",
  ],
  [
    'a widget beyond the grid',
    withWidget({ definition: NOTE, layout: at(8, 5) }, { reflow_type: 'fixed' }),
    'Invalid widget at position 0. Error: the layout reaches beyond 12 columns',
  ],
  ['a negative place', withWidget({ definition: NOTE, layout: at(-1, 4) }), "'x' of the layout"],
  ['a widget without definition', withWidget({}), "'definition' is a required property"],
  ['a widget id that is not a number', withWidget({ id: 'x', definition: NOTE }), "'id' is not a number"],
  ['an unknown kind of widget', withWidget({ definition: { type: 'pie' } }), 'at position 0 of type pie'],
  ['a widget without its text', withWidget({ definition: { type: 'note' } }), 'of type note'],
  [
    'an unknown display type',
    withWidget({ definition: graph({ requests: [{ q: 'a', display_type: 'wave' }] }) }),
    'at position 0 of type timeseries',
  ],
  [
    'what is wrong in a group',
    inGroup({ type: 'pie' }),
    'at position 0 of type group. Error: Invalid inner widget definition at position 0 of type pie',
  ],
  [
    'a link of another scheme',
    withWidget({ definition: graph({ custom_links: [{ label: 'x', link: 'ftp://example.com' }] }) }),
    'the custom link "ftp://example.com"',
  ],
  [
    'an app and a template',
    withWidget({ definition: { type: 'embedded_app', app_id: 'a', template_id: 'b' } }),
    'exclude each other',
  ],
  ['two variables of a name', variables({ name: 'env' }, { name: 'env' }), "several named 'env'"],
  [
    'a default and defaults',
    variables({ name: 'env', default: 'a', defaults: ['a'] }),
    "'template_variables'",
  ],
  ['an empty default', variables({ name: 'env', defaults: [''] }), "'defaults'"],
  [
    'a saved view with value and values',
    preset({ value: 'a', values: ['a'] }),
    "'template_variable_presets'",
  ],
  ['a saved view of no values', preset({ values: [] }), "'values'"],
  [
    'a tab of no widget',
    dashboard({ tabs: [{ id: 'a', name: 'All', widget_ids: ['@2'] }] }),
    "'tabs' is invalid",
  ],
  [
    'a tab of another widget',
    dashboard({ tabs: [{ id: 'a', name: 'All', widget_ids: [7] }] }),
    'All names no widget',
  ],
];

describe('refused are', () => {
  it.each(REFUSED)('%s', async (_, body, message) => {
    const { status, errors } = await call(api, 'POST', PATH, body);
    expect({ status, error: errors?.[0] }).toEqual({ status: 400, error: expect.stringContaining(message) });
    expect(api.dashboards.all()).toEqual([]);
  });

  it.each(['', '[]', '{', '"x"'])('a body of %j', async (body) => {
    expect(await call(api, 'POST', PATH, body)).toMatchObject({ status: 400, errors: [expect.any(String)] });
  });

  it('a body of another type', async () => {
    const headers = { 'DD-API-KEY': 'an-api-key', 'DD-APPLICATION-KEY': 'an-application-key' };
    const response = await fetch(`${api.url}${PATH}`, { method: 'POST', headers, body: 'title=Shop' });
    expect(response.status).toBe(415);
    expect(await response.json()).toEqual({ errors: [expect.any(String)] });
  });

  it('an app that is unknown, or not published', async () => {
    const { id } = api.apps.create(app());
    const embedding = withWidget({ definition: { type: 'embedded_app', app_id: id } });
    expect(await call(api, 'POST', PATH, embedding)).toMatchObject({
      status: 400,
      errors: [expect.stringContaining(`there is no published app ${id}`)],
    });
    api.apps.publish(id);
    expect(await call(api, 'POST', PATH, embedding)).toMatchObject({ status: 200 });
    api.apps.delete(id);
    expect(await call(api, 'POST', PATH, embedding)).toMatchObject({ status: 400 });
  });

  it('a replacement, of which nothing is kept', async () => {
    const { id } = api.dashboards.create(dashboard());
    expect(await call(api, 'PUT', `${PATH}/${id}`, dashboard({ tags: ['x'] }))).toMatchObject({
      status: 400,
    });
    expect(await call(api, 'GET', `${PATH}/${id}`)).not.toHaveProperty('tags');
  });
});
