import { cpSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { TERRAFORM } from '../../scripts/support/terraform-binary';
import { findingsIn } from '../support/plans';
import { describeWithVersion } from './support/describe-with-provider';
import { Run, succeeded, Workspace } from './support/workspace';

const ROOT = join(__dirname, '..', '..');
const HCL = join(__dirname, 'support', 'hcl');
const COMMAND = ['--require', 'ts-node/register', join(ROOT, 'lib', 'cli', 'rookout-datadog.ts')];
const VERSION = '4.19.0';
const FILES = ['main.tf', 'exported.json', 'regional/main.tf'];

/** What is marked in the files. */
const SEEDED = [
  'missing-filter datadog_dashboard.regions["eu"] widgets[0]',
  'missing-filter datadog_dashboard.regions["us"] widgets[0]',
  'missing-filter datadog_dashboard.typed widgets[0].definition.widgets[0]',
  'link-disagrees datadog_dashboard.typed widgets[1]',
  'missing-filter datadog_dashboard_json.encoded widgets[0]',
  'link-disagrees datadog_dashboard_json.encoded widgets[1]',
  'missing-filter datadog_dashboard_json.file widgets[0]',
  'missing-filter datadog_dashboard_json.heredoc widgets[0]',
  'missing-filter datadog_powerpack.pack widgets[0]',
  'missing-filter module.regional["eu"].datadog_dashboard_v2.typed widgets[0]',
  'missing-filter module.regional["us"].datadog_dashboard_v2.typed widgets[0]',
];

/** Titles and context links, by the names that blocks and JSON have for them. */
const MENDED = ['title', 'custom_link', 'custom_links'];

/** What a plan changes, by address: the dashboards before and after, without titles and context links. */
function others(plan: string): Record<'before' | 'after', unknown> {
  const changes: any[] = JSON.parse(plan).resource_changes;
  const of = (side: 'before' | 'after') =>
    Object.fromEntries(changes.map(({ address, change }) => [address, withoutMended(change[side])]));
  return { before: of('before'), after: of('after') };
}

function withoutMended(resource: any): unknown {
  const { dashboard } = resource;
  const read = dashboard === undefined ? resource : { ...resource, dashboard: JSON.parse(dashboard) };
  return JSON.parse(JSON.stringify(read), (name, part) => (MENDED.includes(name) ? undefined : part));
}

/** The findings as the files have them, where a resource stands once, and a file of JSON has no address. */
function inFiles(findings: readonly string[]): string[] {
  const once = findings.map((finding) =>
    finding
      .replace(/(module\.regional)?\["\w+"\]\.?/g, '')
      .replace('datadog_dashboard_json.file', 'undefined'),
  );
  return [...new Set(once)].sort();
}

describeWithVersion(VERSION, () => {
  let workspace: Workspace;
  let folder: string;
  beforeAll(async () => {
    workspace = await Workspace.open(VERSION);
    folder = join(workspace.folder, 'hcl');
    cpSync(HCL, folder, { recursive: true });
    await terraform('init', '-input=false');
  });
  afterAll(() => workspace.close());

  async function terraform(...args: string[]): Promise<string> {
    return succeeded(await workspace.run(TERRAFORM, args, folder)).stdout;
  }

  async function plan(file: string): Promise<string> {
    await terraform('plan', '-input=false', '-out=tfplan');
    const shown = await terraform('show', '-json', 'tfplan');
    writeFileSync(join(folder, file), shown);
    return shown;
  }

  function command(...args: string[]): Promise<Run> {
    const paths = args.map((arg) => (/^[\w/]+\.(json|tf)$/.test(arg) ? join(folder, arg) : arg));
    return workspace.run(process.execPath, [...COMMAND, ...paths], ROOT);
  }

  const texts = () => FILES.map((file) => readFileSync(join(folder, file), 'utf8'));

  it('check finds in the plan and in the files what was seeded, and nothing else', async () => {
    await plan('before.json');
    const { code, stdout } = await command('check', 'before.json', '--format', 'json');
    expect(findingsIn(stdout)).toEqual(SEEDED);
    expect(code).toBe(1);
    const written = await command('check', 'main.tf', 'regional/main.tf', '--format', 'json');
    expect(findingsIn(written.stdout).sort()).toEqual(inFiles(SEEDED));
  });

  it('tag mends the files, once, and terraform fmt finds nothing to do', async () => {
    await terraform('apply', '-input=false', '-auto-approve');
    const { stdout } = succeeded(await command('tag', '--in-place', 'main.tf', 'regional/main.tf'));
    expect(stdout).toContain('7 of 7 dashboards changed');
    const tagged = texts();
    succeeded(await command('tag', '--in-place', 'main.tf', 'regional/main.tf'));
    expect(texts()).toEqual(tagged);
    await terraform('fmt', '-check', '-recursive');
  });

  it('the next plan differs in titles and links alone, and check finds nothing in it', async () => {
    const { before, after } = others(await plan('after.json'));
    expect(after).toEqual(before);
    const checked = await command('check', 'after.json');
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    expect(checked.stderr).toMatch(/^9 dashboards checked, 0 findings\n$/m);
  });

  it('preview shows that plan, before and after', async () => {
    const { stdout } = await command('preview', 'after.json', '--format', 'markdown');
    for (const retitled of [
      'Memory → Memory \\[service:cart\\]',
      'Latency → Latency \\[service:pay\\]',
      'Requests → Requests \\[service:web\\]',
      'CPU → CPU \\[service:cart\\]',
      'Carts → Carts \\[service:cart\\]',
      'Jobs → Jobs \\[service:worker\\]',
    ]) {
      expect(stdout).toContain(retitled);
    }
  });

  it('the plan after the apply is empty', async () => {
    await terraform('apply', '-input=false', '-auto-approve');
    await terraform('plan', '-input=false', '-detailed-exitcode');
  }, 300_000);
});
