import { describeWithProvider } from './support/describe-with-provider';
import { addressOf, said, Shop } from './support/shop';

describeWithProvider('when someone changes things in Datadog', (version) => {
  let shop: Shop;
  let settled = false;
  beforeEach(async () => {
    if (!settled) {
      await shop?.workspace.close();
      shop = await Shop.deploy(version);
    }
    settled = false;
  });
  afterAll(() => shop.workspace.close());

  async function expectSettled(): Promise<void> {
    expect(await shop.found()).toEqual(shop.declared());
    settled = true;
  }

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
    await expectSettled();
  });

  it('a dashboard is deleted: the next apply makes it anew', async () => {
    const { id } = shop.dashboardTitled('Checkout');
    shop.api.dashboards.delete(id);
    const address = addressOf(shop.dashboards.checkout);
    expect(await shop.workspace.changes()).toEqual({ [address]: 'create' });
    await shop.workspace.apply();
    expect(await shop.idInState(address)).not.toBe(id);
    await expectSettled();
  });

  it('an app is edited: the next apply puts it back and publishes it', async () => {
    const { id } = shop.appNamed('Rookout Live Debugging');
    shop.api.apps.edit(id, (attributes) => (attributes.description = 'Mine now'));
    expect(await shop.workspace.changes()).toEqual({ [addressOf(shop.apps.app)]: 'update' });
    await shop.workspace.apply();
    await expectSettled();
  });

  it('an app is unpublished: the next apply publishes it', async () => {
    shop.api.apps.unpublish(shop.appNamed('Rookout Live Debugging').id);
    expect(await shop.workspace.changes()).toEqual({ [addressOf(shop.apps.app)]: 'update' });
    await shop.workspace.apply();
    await expectSettled();
  });

  it('an app is deleted: no plan succeeds until the state forgets it, then it is made anew', async () => {
    const { id } = shop.appNamed('Rookout Live Debugging');
    shop.api.apps.delete(id);
    expect(said(await shop.workspace.tryApply())).toMatch(/error reading app .*app not found/);
    const address = addressOf(shop.apps.app);
    expect(await shop.workspace.command('state', 'rm', address)).toMatchObject({ code: 0 });
    await shop.workspace.apply();
    expect(await shop.idInState(address)).not.toBe(id);
    await expectSettled();
  });
});
