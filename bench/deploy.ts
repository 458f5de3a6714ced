/**
 * What deploying costs, by the real Terraform and provider, against a Datadog API on this machine. Without arguments
 * it writes its tables into docs/benchmarks.md; with sizes, such as `10x10` for ten stacks of ten dashboards, it
 * prints what those cost.
 */
import bindings from '@cdktf/provider-datadog/package.json';
import cdktf from 'cdktf/package.json';
import { execFileSync, spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'os';
import { join } from 'path';
import { format, resolveConfig } from 'prettier';
import { DatadogApi } from '../__tests__/support/datadog-api';

const ROOT = join(__dirname, '..');
const DOCUMENT = join(ROOT, 'docs', 'benchmarks.md');
const SIZES = ['1x1', '1x20', '10x10', '50x20', '1x1000'];
const TYPED = 5;
const BETWEEN_MARKERS = /(?<=<!-- bench:deploy -->\n).*(?=<!-- end -->)/s;
const KEYS = { apiKey: 'a'.repeat(32), appKey: 'b'.repeat(40) };

interface Cost {
  readonly milliseconds: number;
  readonly bytes: number;
}

const HEADINGS = { synth: 'synth', init: 'init', plan: 'plan', apply: 'apply', replan: 'plan again' };
type Step = keyof typeof HEADINGS;
type Deployment = Record<Step, Cost>;
const STEPS = Object.keys(HEADINGS) as Step[];

/** Deploys what deploy-app.ts synthesizes, stack after stack. */
async function deployed(...app: (string | number)[]): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-bench-'));
  const api = await DatadogApi.start(KEYS);
  try {
    const costs: Deployment = {
      synth: synthesized(folder, app),
      init: NONE,
      plan: NONE,
      apply: NONE,
      replan: NONE,
    };
    for (const stack of stacksIn(folder)) {
      const terraform = (command: string, ...args: string[]) =>
        measured(join(folder, 'cdktf.out', 'stacks', stack), api.url, command, '-input=false', ...args);
      costs.init = sum(costs.init, await terraform('init'));
      costs.plan = sum(costs.plan, await terraform('plan', '-out=plan'));
      costs.apply = sum(costs.apply, await terraform('apply', 'plan'));
      // Ends with 2 where there are changes.
      costs.replan = sum(costs.replan, await terraform('plan', '-detailed-exitcode'));
    }
    return costs;
  } finally {
    rmSync(folder, { recursive: true });
    await api.stop();
  }
}

const NONE: Cost = { milliseconds: 0, bytes: 0 };

function sum(one: Cost, other: Cost): Cost {
  return { milliseconds: one.milliseconds + other.milliseconds, bytes: Math.max(one.bytes, other.bytes) };
}

function synthesized(folder: string, app: (string | number)[]): Cost {
  const script = ['--require', require.resolve('ts-node/register'), join(__dirname, 'deploy-app.ts')];
  const env = { ...settings(), TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };
  const args = [...script, ...app.map(String)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' }));
}

/** What the user has set, but for what would lead to an account or a state of theirs. */
function settings(): NodeJS.ProcessEnv {
  const { PATH, HOME, TF_CLI_CONFIG_FILE } = process.env;
  return { PATH, HOME, TF_CLI_CONFIG_FILE, CHECKPOINT_DISABLE: '1' };
}

/** What others depend on comes first. */
function stacksIn(folder: string): string[] {
  const stacks = readdirSync(join(folder, 'cdktf.out', 'stacks'));
  return stacks.sort((one, other) => Number(other === 'shared') - Number(one === 'shared'));
}

async function measured(cwd: string, url: string, ...args: string[]): Promise<Cost> {
  const env = { ...settings(), DD_API_KEY: KEYS.apiKey, DD_APP_KEY: KEYS.appKey, DD_HOST: url };
  const start = performance.now();
  const child = spawn('terraform', args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let bytes = 0;
  const poll = setInterval(() => (bytes = Math.max(bytes, residentMemory(child.pid!))), 50);
  const [code] = await once(child, 'close');
  clearInterval(poll);
  if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}`);
  return { milliseconds: performance.now() - start, bytes };
}

/** Of a process and all below it; Linux tells, elsewhere it is 0. */
function residentMemory(pid: number | string): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap(
      (id) => readFileSync(`/proc/${pid}/task/${id}/children`, 'utf8').match(/\d+/g) ?? [],
    );
    return children.reduce((total, child) => total + residentMemory(child), Number(kilobytes ?? 0) * 1024);
  } catch {
    return 0; // It has ended meanwhile.
  }
}

const seconds = ({ milliseconds }: Cost) => `${(milliseconds / 1000).toFixed(1)} s`;
const memory = ({ bytes }: Cost) => (bytes === 0 ? 'unknown' : `${Math.round(bytes / 2 ** 20)} MB`);
const ofTerraform = ({ init, plan, apply, replan }: Deployment) => [init, plan, apply, replan].reduce(sum);
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;

async function bySize(sizes: readonly string[]): Promise<string> {
  const steps = STEPS.map((step) => HEADINGS[step]);
  const head = ['stacks', 'dashboards', ...steps, 'memory: synth', 'Terraform and provider'];
  const lines = [row(...head), row(...head.map(() => '--:'))];
  console.log(lines[0]);
  for (const size of sizes) {
    const [stacks, each] = size.split('x').map(Number);
    const costs = await deployed('fleet', stacks, each);
    const times = STEPS.map((step) => seconds(costs[step]));
    lines.push(row(stacks, stacks * each, ...times, memory(costs.synth), memory(ofTerraform(costs))));
    console.log(lines.at(-1));
  }
  return lines.join('\n');
}

async function againstTyped(): Promise<string> {
  const [ours, typed] = [await deployed('ours', TYPED), await deployed('typed', TYPED)];
  const compared = (what: string, show: (cost: Cost) => string, of: keyof Cost, one: Cost, other: Cost) =>
    row(what, show(one), show(other), one[of] === 0 ? '' : (other[of] / one[of]).toFixed(1));
  const lines = [
    row('', '`RookoutDashboard`', 'typed `datadog_dashboard`', 'ratio'),
    row('---', '--:', '--:', '--:'),
    ...STEPS.filter((step) => step !== 'init').map((step) =>
      compared(HEADINGS[step], seconds, 'milliseconds', ours[step], typed[step]),
    ),
    compared('memory of synth', memory, 'bytes', ours.synth, typed.synth),
    compared('memory of Terraform and provider', memory, 'bytes', ofTerraform(ours), ofTerraform(typed)),
  ];
  console.log(lines.join('\n'));
  return lines.join('\n');
}

/** What the numbers were measured on. */
function machine(load: number): string {
  const terraform = JSON.parse(execFileSync('terraform', ['version', '-json'], { encoding: 'utf8' }));
  return [
    `${availableParallelism()} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    `load average at the start ${load.toFixed(1)}; ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, CDKTF ${cdktf.version}`,
    `Terraform ${terraform.terraform_version}, Datadog provider ${bindings.cdktf.provider.version}`,
  ].join('; ');
}

async function document(): Promise<void> {
  const [load] = loadavg();
  const measured = `
${machine(load)}.

${await bySize(SIZES)}

The same ${TYPED} dashboards of 40 graphs:

${await againstTyped()}
`;
  const text = readFileSync(DOCUMENT, 'utf8');
  const replaced = text.replace(BETWEEN_MARKERS, () => measured);
  const style = await resolveConfig(DOCUMENT);
  writeFileSync(DOCUMENT, await format(replaced, { ...style, parser: 'markdown' }));
}

const sizes = process.argv.slice(2);
if (sizes.length > 0) void bySize(sizes);
else void document();
