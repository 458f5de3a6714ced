import { TerraformStack } from 'cdktf';
import { join } from 'path';
import { CONTEXT } from '../support/apps';
import { describeWithTofu } from './support/describe-with-provider';
import { succeeded, Workspace } from './support/workspace';

const ROOT = join(__dirname, '..', '..');
const COMMAND = ['--require', 'ts-node/register', join(ROOT, 'lib', 'cli', 'rookout-datadog.ts')];

describeWithTofu('main.ts', (version) => {
  let workspace: Workspace;
  beforeAll(async () => (workspace = await Workspace.open(version, 'tofu')));
  afterAll(() => workspace.close());

  it('is deployed, settles, is read by check, and is destroyed', async () => {
    const app = workspace.synthFile(join(ROOT, 'main.ts'), CONTEXT);
    const [{ node }] = app.node.children.filter(TerraformStack.isStack);
    await workspace.apply(node.id);
    expect(workspace.api.dashboards.all()).toHaveLength(1);
    expect(await workspace.changes(node.id)).toEqual({});

    const out = join(workspace.folder, 'cdktf.out');
    for (const path of [out, join(out, 'stacks', node.id)]) {
      const check = await workspace.run(process.execPath, [...COMMAND, 'check', path], ROOT);
      expect(succeeded(check).stderr).toContain('1 dashboard checked, 0 findings');
    }

    await workspace.destroy(node.id);
    expect(workspace.api.dashboards.all()).toEqual([]);
  });
});
