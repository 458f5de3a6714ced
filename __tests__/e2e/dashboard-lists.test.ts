import { RookoutDashboard, RookoutDashboardProps } from '../../lib';
import { describeWithProvider } from './support/describe-with-provider';
import { Workspace } from './support/workspace';

describeWithProvider('a dashboard list', (version) => {
  let workspace: Workspace;
  let list: number;
  beforeEach(async () => {
    workspace = await Workspace.open(version);
    list = workspace.api.dashboardLists.create('On call').id;
  });
  afterEach(() => workspace.close());

  /** Deploys the dashboard, and returns how many dashboards the list then contains. */
  async function deployed(props: RookoutDashboardProps): Promise<number> {
    workspace.synth((stack) => {
      new RookoutDashboard(stack, 'Board', { title: 'Board', ...props });
    });
    await workspace.apply();
    expect(await workspace.changes()).toEqual({});
    return workspace.api.dashboardLists.get(list).members.length;
  }

  it('that is added later contains the dashboard, and without it no more', async () => {
    expect(await deployed({})).toBe(0);
    expect(await deployed({ dashboardLists: [list] })).toBe(1);
    expect(await deployed({})).toBe(0);
  });

  /** The provider only logs the error: https://github.com/DataDog/terraform-provider-datadog/issues/2714 */
  it('that refuses the dashboard is not tried again until the dashboard changes', async () => {
    workspace.env.DD_HTTP_CLIENT_RETRY_ENABLED = 'false';
    const path = /^\/api\/v2\/dashboard\/lists\/manual/;
    const lift = workspace.api.fail({ method: 'POST', path, times: Infinity, with: 500 });
    expect(await deployed({ dashboardLists: [list] })).toBe(0);
    lift();
    expect(await deployed({ dashboardLists: [list] })).toBe(0);
    expect(await deployed({ dashboardLists: [list], description: 'On call' })).toBe(1);
  });
});
