import { v1, v2 } from '@datadog/datadog-api-client';
import { DatadogApi } from '../support/datadog-api';
import { call, configuration, dashboard, startedApi } from './support';

let api: DatadogApi;
let lists: v1.DashboardListsApi;
let items: v2.DashboardListsApi;

beforeEach(async () => {
  api = await startedApi();
  lists = new v1.DashboardListsApi(configuration(api));
  items = new v2.DashboardListsApi(configuration(api));
});

describe('dashboard lists', () => {
  it('are created, read, listed, renamed and deleted', async () => {
    const { id: listId } = await lists.createDashboardList({ body: { name: 'Shop' } });
    expect(await lists.getDashboardList({ listId: listId! })).toMatchObject({
      name: 'Shop',
      dashboardCount: 0,
    });
    await lists.updateDashboardList({ listId: listId!, body: { name: 'Shops' } });
    expect(await lists.listDashboardLists()).toMatchObject({
      dashboardLists: [{ id: listId, name: 'Shops' }],
    });
    await lists.deleteDashboardList({ listId: listId! });
    await expect(lists.getDashboardList({ listId: listId! })).rejects.toMatchObject({
      code: 404,
      body: { errors: [`Manual Dashboard List with id ${listId} not found`] },
    });
  });

  it('hold dashboards, each once and only as what it is, until these are deleted', async () => {
    const { id } = api.dashboards.create(dashboard());
    const { id: dashboardListId } = api.dashboardLists.create('Shop');
    const body = { dashboards: [{ id, type: 'custom_timeboard' as const }] };
    const screen = { dashboards: [{ id, type: 'custom_screenboard' as const }] };
    const create = (given: typeof body | typeof screen) =>
      items.createDashboardListItems({ dashboardListId, body: given });
    expect(await create(screen)).toMatchObject({ addedDashboardsToList: [] });
    expect(await create(body)).toMatchObject({ addedDashboardsToList: body.dashboards });
    expect(await create(body)).toMatchObject({ addedDashboardsToList: [] });
    expect(await items.getDashboardListItems({ dashboardListId })).toMatchObject({
      total: 1,
      dashboards: [{ id, title: 'Shop', type: 'custom_timeboard' }],
    });
    const removed = await items.deleteDashboardListItems({ dashboardListId, body });
    expect(removed).toMatchObject({ deletedDashboardsFromList: body.dashboards });
    const replaced = await items.updateDashboardListItems({ dashboardListId, body });
    expect(replaced).toMatchObject({ dashboards: body.dashboards });
    api.dashboards.delete(id);
    expect(await items.getDashboardListItems({ dashboardListId })).toMatchObject({ total: 0 });
  });

  it.each([
    ['POST', '/api/v1/dashboard/lists/manual', {}],
    ['POST', '/api/v2/dashboard/lists/manual/100001/dashboards', { dashboards: [{}] }],
  ])('refuse %s %s with %j', async (method, path, body) => {
    api.dashboardLists.create('Shop');
    expect(await call(api, method, path, body)).toMatchObject({ status: 400 });
  });
});
