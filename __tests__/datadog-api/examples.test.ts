import { v1, v2 } from '@datadog/datadog-api-client';
import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { RookoutDashboard } from '../../lib';
import { appOf, constructsOf } from '../support/app-of';
import { fromTerraform, synthesizedApp } from '../support/stack';
import { configuration, startedApi, typed } from './support';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.ts'));

interface Made {
  readonly dashboards: any[];
  readonly apps: any[];
}

/** What the file puts into its stacks. */
function made(file: string): Made {
  const outdir = mkdtempSync(join(tmpdir(), 'rookout-example-'));
  process.env.CDKTF_OUTDIR = outdir;
  try {
    const app = appOf(join(ROOT, file));
    const stacks = Object.values(synthesizedApp(app));
    return {
      dashboards: constructsOf(app, RookoutDashboard).map((dashboard) => dashboard.toJson()),
      apps: stacks.flatMap(({ resource }) => Object.values(resource?.datadog_app_builder_app ?? {})),
    };
  } finally {
    delete process.env.CDKTF_OUTDIR;
    rmSync(outdir, { recursive: true });
  }
}

/** The dashboard with the app's id in place of Terraform's reference to it. */
function embedding(dashboard: any, appId: string | undefined): any {
  return JSON.parse(JSON.stringify(dashboard), (_, value) =>
    value?.type === 'embedded_app' ? { ...value, app_id: appId } : value,
  );
}

describe.each([...EXAMPLES.map((file) => join('examples', file)), 'main.ts'])('%s', (file) => {
  it('makes what Datadog takes: created, read, updated, deleted', async () => {
    const api = await startedApi();
    const builder = new v2.AppBuilderApi(configuration(api));
    const dashboards = new v1.DashboardsApi(configuration(api));
    const { dashboards: given, apps } = made(file);
    expect(given.length).toBeGreaterThan(0);

    const appIds: string[] = [];
    for (const { app_json: json, published } of apps) {
      const body: any = { data: { type: 'appDefinitions', attributes: fromTerraform(json) } };
      const { data } = await builder.createApp({ body });
      if (published) await builder.publishApp({ appId: data!.id });
      await builder.updateApp({ appId: data!.id, body });
      appIds.push(data!.id);
    }
    for (const dashboard of given) {
      const body = typed(embedding(dashboard, appIds[0]));
      const { id: dashboardId } = await dashboards.createDashboard({ body });
      const read: any = await dashboards.getDashboard({ dashboardId: dashboardId! });
      expect(read.widgets).toHaveLength(dashboard.widgets.length);
      await dashboards.updateDashboard({ dashboardId: dashboardId!, body });
      await dashboards.deleteDashboard({ dashboardId: dashboardId! });
    }
    for (const appId of appIds) await builder.deleteApp({ appId });
    expect([...api.dashboards.all(), ...api.apps.all()]).toEqual([]);
    expect(api.calls.every(({ status }) => status! < 300)).toBe(true);
  });
});
