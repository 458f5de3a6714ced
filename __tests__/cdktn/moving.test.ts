import bindings from '@cdktf/provider-datadog/package.json';
import { TerraformStack } from 'cdktf';
import { join } from 'path';
import { describeWithProvider, describeWithVersion } from '../e2e/support/describe-with-provider';
import { Workspace } from '../e2e/support/workspace';
import { CONTEXT, DATADOG_APPS } from '../support/apps';
import { CDKTN, ROOT } from './support';

describeWithProvider('moving what cdktf has deployed to cdktn', (version) => {
  describeWithVersion(bindings.cdktf.provider.version, () => {
    it.each(DATADOG_APPS)('%s: the next plan is empty', (file) =>
      moved(file, bindings.cdktf.provider.version),
    );
  });

  it('main.ts: the next plan is empty where cdktf has used this provider too', () =>
    moved('main.ts', version));

  async function moved(file: string, from: string): Promise<void> {
    const workspace = await Workspace.open(from);
    try {
      workspace.env.TF_VAR_app_key_id = '0f3c8a52-5f0e-4e1b-9d0c-2b7a1c9e6d11';
      const app = workspace.synthFile(join(ROOT, file), CONTEXT);
      const stacks = app.node.children.filter(TerraformStack.isStack).map(({ node }) => node.id);
      for (const stack of stacks) await workspace.apply(stack);
      const before = workspace.api.dashboards.all();
      expect(before).not.toHaveLength(0);

      workspace.useProvider(version);
      workspace.synthFile(join(CDKTN, file), CONTEXT, 'cdktn');
      for (const stack of stacks) expect(await workspace.changes(stack)).toEqual({});
      expect(workspace.api.dashboards.all()).toEqual(before);
    } finally {
      await workspace.close();
    }
  }
});
