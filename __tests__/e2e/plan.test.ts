import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { FINDINGS, findingsIn, SECRET } from '../support/plans';
import { describeWithVersion } from './support/describe-with-provider';
import { Run, succeeded, Workspace } from './support/workspace';

const ROOT = join(__dirname, '..', '..');
const PLANS = join(ROOT, '__tests__', 'support', 'plans');
const COMMAND = ['--require', 'ts-node/register', join(ROOT, 'lib', 'cli', 'rookout-datadog.ts')];
const VERSION = '4.19.0';

/** Parts of a plan that nothing reads, and that make it three times as long. */
const NOT_KEPT = [
  'planned_values',
  'prior_state',
  'configuration',
  'resource_drift',
  'relevant_attributes',
  'timestamp',
];

describeWithVersion(VERSION, () => {
  let workspace: Workspace;
  let folder: string;
  beforeAll(async () => {
    workspace = await Workspace.open(VERSION);
    folder = join(workspace.folder, 'plans');
    cpSync(PLANS, folder, { recursive: true });
    await terraform('init', '-input=false');
    await terraform('apply', '-input=false', '-auto-approve');
    await shown('state.json');
    await terraform('plan', '-input=false', '-out=same');
    await shown('same.json', 'same');
    await terraform('plan', '-input=false', '-var=change=true', '-out=tfplan');
    await shown('plan.json', 'tfplan');
    if (process.env.RENEW_PLANS === '1') renew();
  });
  afterAll(() => workspace.close());

  async function terraform(...args: string[]): Promise<string> {
    return succeeded(await workspace.run(TERRAFORM, args, folder)).stdout;
  }

  async function shown(file: string, ...plan: string[]): Promise<void> {
    writeFileSync(join(folder, file), await terraform('show', '-json', ...plan));
  }

  function renew(): void {
    const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'));
    for (const name of NOT_KEPT) delete plan[name];
    writeFileSync(join(PLANS, 'plan.json'), `${JSON.stringify(plan)}\n`);
    cpSync(join(folder, 'state.json'), join(PLANS, 'state.json'));
  }

  function command(...args: string[]): Promise<Run> {
    const paths = args.map((arg) => (/^\w+\.json$/.test(arg) ? join(folder, arg) : arg));
    return workspace.run(process.execPath, [...COMMAND, ...paths], ROOT);
  }

  it('check finds in a plan what it would leave behind, of every form, by addresses', async () => {
    const { code, stdout, stderr } = await command('check', 'plan.json', '--format', 'json');
    expect(code).toBe(1);
    expect(findingsIn(stdout)).toEqual(FINDINGS);
    expect(stderr).toContain('9 dashboards checked, 8 findings\n');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it('check reads the plan as Terraform prints it into a pipe', async () => {
    const plan = await terraform('show', '-json', 'tfplan');
    const args = [...COMMAND, 'check', '-', '--format', 'json'];
    const { stdout } = await workspace.run(process.execPath, args, ROOT, plan);
    expect(findingsIn(stdout)).toEqual(FINDINGS);
  });

  it('preview tells what the plan changes, and of a plan that changes nothing, nothing', async () => {
    const changed = await command('preview', 'plan.json', '--format', 'markdown');
    expect(changed.stdout).toContain('**CPU \\[service:pay\\]** retitled: CPU → CPU \\[service:pay\\]');
    expect(changed.stdout).toContain('- ➖ **Leaves** removed');
    expect(changed.stdout).not.toContain('### Steady');
    const same = await command('preview', 'same.json', '--format', 'markdown');
    expect(same.stdout).toBe('Nothing has changed.\n');
  });

  it('import takes over what exists: the next plan adds and destroys nothing', async () => {
    const app = mkdtempSync(join(ROOT, '.rookout-cli-'));
    try {
      const stack = join(app, 'stack.ts');
      const before = workspace.api.dashboards.all().map(({ id }) => id);
      succeeded(await command('import', 'state.json', '--out', stack, '--adopt'));
      workspace.synthFile(stack);
      const { stdout } = await workspace.apply('dashboards');
      expect(stdout).toContain('Plan: 5 to import, 0 to add, 5 to change, 0 to destroy.');
      expect(workspace.api.dashboards.all().map(({ id }) => id)).toEqual(before);
    } finally {
      rmSync(app, { recursive: true });
    }
  });

  it('check says what to name instead of the files that Terraform keeps', async () => {
    for (const file of ['tfplan', 'terraform.tfstate']) {
      const { code, stderr } = await command('check', join(folder, file));
      expect(code).toBe(1);
      expect(stderr).toContain('terraform show -json');
    }
  });
});
