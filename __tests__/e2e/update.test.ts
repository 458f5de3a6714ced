import { TerraformOutput } from 'cdktf';
import { RookoutApp, RookoutDashboard, RookoutDashboardProps, RookoutTitles } from '../../lib';
import { describeWithProvider } from './support/describe-with-provider';
import { held } from './support/held';
import { Workspace } from './support/workspace';

const START: RookoutDashboardProps = { services: ['cartservice', 'frontend'], teams: ['shop'] };

describeWithProvider('updating', (version) => {
  let workspace: Workspace;
  let outputs: Record<string, string>;
  beforeAll(async () => {
    workspace = await Workspace.open(version);
    synth(START);
    await workspace.apply();
    outputs = await workspace.outputs();
  });
  afterAll(() => workspace.close());

  /** Three dashboards, the second of which is as given. */
  function synth(props: RookoutDashboardProps, labelKey = 'k8s_deployment') {
    let dashboard!: RookoutDashboard;
    const stack = workspace.synth((scope) => {
      const app = new RookoutApp(scope, 'App');
      const titles = new RookoutTitles(scope, 'Titles', { labelKey });
      new RookoutDashboard(scope, 'First', { title: 'First', services: ['adservice'] });
      dashboard = new RookoutDashboard(scope, 'Second', { title: 'Second', app, titles, ...props });
      new RookoutDashboard(scope, 'Third', { title: 'Third', app });
      new TerraformOutput(scope, 'Id', { value: dashboard.dashboardId });
      new TerraformOutput(scope, 'Address', { value: dashboard.address });
    });
    return { stack, dashboard };
  }

  it.each<[string, RookoutDashboardProps, string?]>([
    ['a service is renamed', { ...START, services: ['cartservice', 'web'] }],
    ['a service is added', { ...START, services: ['cartservice', 'web', 'emailservice'] }],
    ['services are taken out', { ...START, services: ['cartservice'] }],
    ['a team is renamed', { ...START, teams: ['checkout'] }],
    ['the language is switched', { ...START, locale: 'fr' }],
    ['the label key is switched', START, 'service'],
    ['metric points are listed by the native table', { ...START, metricPoints: 'table' }],
    ['metric points are listed by the UI extension', { ...START, metricPoints: 'uiExtension' }],
    ['metric points are listed by the embedded app', { ...START, metricPoints: 'app' }],
    ['people are notified', { ...START, notifyList: ['b@example.com', 'a@example.com'] }],
    ['a variable is added', { ...START, templateVariables: [{ name: 'env', prefix: 'env' }] }],
  ])('%s: that dashboard alone is updated, in place', async (_, props, ...[labelKey]) => {
    const { stack, dashboard } = synth(props, labelKey);
    expect(await workspace.changes()).toEqual({
      [`datadog_dashboard_json.${dashboard.resource.friendlyUniqueId}`]: 'update',
    });
    await workspace.apply();
    expect(await workspace.outputs()).toEqual(outputs);
    expect(held(workspace.api.dashboards.get(outputs.Id))).toEqual(
      await workspace.evaluated(stack, dashboard.toJson()),
    );
    expect(workspace.api.dashboards.all()).toHaveLength(3);
    expect(await workspace.changes()).toEqual({});
  });

  it('gives full addresses and ids as outputs', () => {
    const { id, title } = workspace.api.dashboards.get(outputs.Id);
    expect(title).toBe('Second');
    expect(outputs).toMatchObject({ Id: id, Address: `https://app.datadoghq.com/dashboard/${id}` });
    expect(Object.values(outputs)).toContain(workspace.api.apps.all()[0].id);
  });

  it('keeps id and address of a dashboard that gets another title', async () => {
    synth({ ...START, title: 'Renamed' });
    await workspace.apply();
    expect(workspace.api.dashboards.get(outputs.Id).title).toBe('Renamed');
    expect(await workspace.outputs()).toEqual(outputs);
    expect(await workspace.changes()).toEqual({});
  });
});
