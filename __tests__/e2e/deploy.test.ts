import { TerraformStack } from 'cdktf';
import { join } from 'path';
import { RookoutDashboard } from '../../lib';
import { constructsOf } from '../support/app-of';
import { CONTEXT, DATADOG_APPS } from '../support/apps';
import { describeWithProvider } from './support/describe-with-provider';
import { byTitle, held } from './support/held';
import { Workspace } from './support/workspace';

const ROOT = join(__dirname, '..', '..');

describeWithProvider('deploying', (version) => {
  let workspace: Workspace;
  beforeEach(async () => (workspace = await Workspace.open(version)));
  afterEach(() => workspace.close());

  it.each(DATADOG_APPS)('%s is created as it was declared, settles, and is destroyed', async (file) => {
    workspace.env.TF_VAR_app_key_id = '0f3c8a52-5f0e-4e1b-9d0c-2b7a1c9e6d11';
    const app = workspace.synthFile(join(ROOT, file), CONTEXT);
    const stacks = app.node.children.filter(TerraformStack.isStack);
    for (const { node } of stacks) await workspace.apply(node.id);

    const declared = [];
    for (const dashboard of constructsOf(app, RookoutDashboard)) {
      declared.push(await workspace.evaluated(TerraformStack.of(dashboard), dashboard.toJson()));
    }
    expect(declared).not.toHaveLength(0);
    expect(byTitle(workspace.api.dashboards.all().map(held))).toEqual(byTitle(declared));
    for (const { id } of workspace.api.apps.all()) expect(workspace.api.apps.isPublished(id)).toBe(true);
    for (const { node } of stacks) expect(await workspace.changes(node.id)).toEqual({});

    for (const { node } of stacks.reverse()) await workspace.destroy(node.id);
    expect(workspace.api.dashboards.all()).toEqual([]);
    expect(workspace.api.apps.all()).toEqual([]);
    expect(workspace.api.keyRegistrations.all()).toEqual([]);
  });
});
