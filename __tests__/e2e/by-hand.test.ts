import { describeWithProvider } from './support/describe-with-provider';
import { Shop } from './support/shop';
import { addressOf, said } from './support/workspace';

describeWithProvider('when someone changes things in Datadog', (version) => {
  let shop: Shop;
  beforeEach(async () => (shop = await Shop.next(version, shop)));
  afterAll(() => shop.workspace.close());

  it('a dashboard is edited: the next apply puts it back, in place', async () => {
    const { id } = shop.dashboardTitled('Checkout');
    shop.api.dashboards.edit(id, (dashboard) => {
      dashboard.title = 'Mine now';
      dashboard.widgets.pop();
    });
    const address = addressOf(shop.dashboards.checkout);
    expect(await shop.workspace.changes()).toEqual({ [address]: 'update' });
    await shop.workspace.apply();
    expect(await shop.idInState(address)).toBe(id);
    await shop.expectSettled();
  });

  it('a dashboard is deleted: the next apply makes it anew', async () => {
    const { id } = shop.dashboardTitled('Checkout');
    shop.api.dashboards.delete(id);
    const address = addressOf(shop.dashboards.checkout);
    expect(await shop.workspace.changes()).toEqual({ [address]: 'create' });
    await shop.workspace.apply();
    expect(await shop.idInState(address)).not.toBe(id);
    await shop.expectSettled();
  });

  it('an app is edited: the next apply puts it back and publishes it', async () => {
    const { id } = shop.appNamed('Rookout Live Debugging');
    shop.api.apps.edit(id, (attributes) => (attributes.description = 'Mine now'));
    expect(await shop.workspace.changes()).toEqual({ [addressOf(shop.apps.app)]: 'update' });
    await shop.workspace.apply();
    await shop.expectSettled();
  });

  it('an app is unpublished: the next apply publishes it', async () => {
    shop.api.apps.unpublish(shop.appNamed('Rookout Live Debugging').id);
    expect(await shop.workspace.changes()).toEqual({ [addressOf(shop.apps.app)]: 'update' });
    await shop.workspace.apply();
    await shop.expectSettled();
  });

  it('an app is deleted: no plan succeeds until the state forgets it, then it is made anew', async () => {
    const { id } = shop.appNamed('Rookout Live Debugging');
    shop.api.apps.delete(id);
    expect(said(await shop.workspace.tryApply())).toMatch(/error reading app .*app not found/);
    const address = addressOf(shop.apps.app);
    expect(await shop.workspace.command('state', 'rm', address)).toMatchObject({ code: 0 });
    await shop.workspace.apply();
    expect(await shop.idInState(address)).not.toBe(id);
    await shop.expectSettled();
  });
});
