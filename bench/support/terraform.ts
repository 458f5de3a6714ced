/** Real Terraform, on stacks that deploy-app.ts synthesizes, against a Datadog API on this machine. */
import bindings from '@cdktf/provider-datadog/package.json';
import cdktf from 'cdktf/package.json';
import { execFileSync, spawn } from 'child_process';
import { once } from 'events';
import { readdirSync, readFileSync } from 'fs';
import { availableParallelism, cpus, totalmem } from 'os';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
export const KEYS = { apiKey: 'a'.repeat(32), appKey: 'b'.repeat(40) };

export interface Cost {
  readonly milliseconds: number;
  readonly bytes: number;
}

export const NONE: Cost = { milliseconds: 0, bytes: 0 };

/** Synthesizes into a folder; the environment may have more, such as where states are. */
export function synthesized(
  folder: string,
  app: readonly (string | number)[],
  more: NodeJS.ProcessEnv = {},
): Cost {
  const script = [
    '--require',
    require.resolve('ts-node/register'),
    join(__dirname, '..', 'programs', 'deploy-app.ts'),
  ];
  const env = { ...settings(), TS_NODE_PROJECT: join(ROOT, 'tsconfig.json'), ...more };
  const args = [...script, ...app.map(String)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' }));
}

/** What the user has set, but for what would lead to an account or a state of theirs. */
function settings(): NodeJS.ProcessEnv {
  const { PATH, HOME, TF_CLI_CONFIG_FILE } = process.env;
  return { PATH, HOME, TF_CLI_CONFIG_FILE, CHECKPOINT_DISABLE: '1' };
}

/** What others depend on comes first. */
export function stacksIn(folder: string): string[] {
  const stacks = readdirSync(join(folder, 'cdktf.out', 'stacks'));
  return stacks.sort((one, other) => Number(other === 'shared') - Number(one === 'shared'));
}

/** What running Terraform takes. */
export interface TerraformCost extends Cost {
  /** How many bytes it writes to files, the database and the provider. */
  readonly written: number;
}

/** Runs Terraform on a stack; its memory is that of the process and all below it. */
export async function terraform(
  folder: string,
  stack: string,
  url: string,
  ...args: string[]
): Promise<TerraformCost> {
  const cwd = join(folder, 'cdktf.out', 'stacks', stack);
  const env = { ...settings(), DD_API_KEY: KEYS.apiKey, DD_APP_KEY: KEYS.appKey, DD_HOST: url };
  const start = performance.now();
  const child = spawn('terraform', args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let [bytes, written] = [0, 0];
  const poll = setInterval(() => {
    bytes = Math.max(bytes, residentMemory(child.pid!));
    written = Math.max(written, writtenBy(child.pid!));
  }, 50);
  const [code] = await once(child, 'close');
  clearInterval(poll);
  if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}`);
  return { milliseconds: performance.now() - start, bytes, written };
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

/** Linux tells what a process has written so far, elsewhere it is 0. */
function writtenBy(pid: number): number {
  try {
    return Number(/^wchar: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // It has ended meanwhile.
  }
}

/** What the numbers were measured on. */
export function machine(load: number): string {
  const version = JSON.parse(execFileSync('terraform', ['version', '-json'], { encoding: 'utf8' }));
  return [
    `${availableParallelism()} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    `load average at the start ${load.toFixed(1)}; ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, CDKTF ${cdktf.version}`,
    `Terraform ${version.terraform_version}, Datadog provider ${bindings.cdktf.provider.version}`,
  ].join('; ');
}

export const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
export const seconds = ({ milliseconds }: Pick<Cost, 'milliseconds'>) =>
  `${(milliseconds / 1000).toFixed(1)} s`;
