import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { join } from 'path';
import { CDKTF, MAIN_ENV, writeCdktfJson } from '../../scripts/support/main-elsewhere';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { describeWithCli } from '../support/describe-with-node';
import { describeWithProvider } from './support/describe-with-provider';
import { requiring } from './support/providers';
import { KEYS, Run, succeeded, Workspace } from './support/workspace';

describeWithProvider('cdktf deploy, diff and destroy', (version) =>
  describeWithCli('by the command', ({ PATH = '' }, node) => {
    let workspace: Workspace;
    const runs: Run[] = [];
    beforeAll(async () => (workspace = await Workspace.open(version)));
    afterAll(() => workspace.close());

    /** Runs the real command on main.ts, as a user would, with the provider of this version. */
    async function cdktf(...args: string[]): Promise<string> {
      const run = await workspace.run(node, [CDKTF, ...args, '--no-color']);
      runs.push(run);
      return succeeded(run).stdout;
    }

    it('deploys, settles, and destroys; the keys are in nothing that is written or said', async () => {
      Object.assign(workspace.env, MAIN_ENV, { PATH });
      writeCdktfJson(workspace.folder);
      await cdktf('synth');
      const stack = join(workspace.folder, 'cdktf.out', 'stacks', 'rookout');
      writeFileSync(join(stack, 'version_override.tf.json'), JSON.stringify(requiring(version)));
      const asIs = ['--skip-synth', '--skip-provider-lock'];

      expect(await cdktf('diff', ...asIs)).toContain('Plan: 3 to add, 0 to change, 0 to destroy.');
      const deployed = await cdktf('deploy', '--auto-approve', '--outputs-file', 'outputs.json', ...asIs);
      const [dashboard] = workspace.api.dashboards.all();
      const [app] = workspace.api.apps.all();
      const address = `https://app.datadoghq.com/dashboard/${dashboard.id}`;
      expect(deployed).toContain(address);
      const outputs = JSON.parse(readFileSync(join(workspace.folder, 'outputs.json'), 'utf8'));
      expect(outputs.rookout).toMatchObject({
        OverviewUrl: address,
        OverviewId: dashboard.id,
        App: { AppId: 'rookout', BuilderAppId: app.id },
      });
      expect(await cdktf('diff', ...asIs)).toContain('No changes.');
      workspace.env.TF_LOG = 'TRACE';
      runs.push(
        await workspace.run(TERRAFORM, ['plan', '-input=false', '-out=tfplan', '-refresh-only'], stack),
      );
      delete workspace.env.TF_LOG;
      runs.push(await workspace.run(TERRAFORM, ['show', '-json', 'tfplan'], stack));
      expect(runs.slice(-2).map(({ code }) => code)).toEqual([0, 0]);
      expect(keysIn(workspace.folder)).toEqual([]);

      await cdktf('destroy', '--auto-approve', ...asIs);
      expect(workspace.api.dashboards.all()).toEqual([]);
      expect(workspace.api.apps.all()).toEqual([]);
      expect(keysIn(workspace.folder)).toEqual([]);
      for (const { stdout, stderr } of runs)
        for (const key of KEYS) expect(stdout + stderr).not.toContain(key);
    });

    it('would find a key', () => {
      const folder = join(workspace.folder, 'leak', 'deep');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'log'), `DD_API_KEY=${KEYS[0]}`);
      expect(keysIn(workspace.folder)).toEqual([join('leak', 'deep', 'log')]);
    });
  }),
);

/** The files that hold a key; of the provider's own binary nothing can be said. */
function keysIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('providers') && statSync(join(folder, file)).isFile())
    .filter((file) => KEYS.some((key) => readFileSync(join(folder, file)).includes(key)));
}
