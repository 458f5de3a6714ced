/**
 * `npm run deploy:local`: deploys main.ts by `cdktf deploy`, with the real Terraform and provider, to a Datadog API
 * on this machine, and shows what this API holds afterwards. Your account, keys and state are not touched. With
 * `-- --keep` the API runs until Ctrl-C. `TERRAFORM_BINARY_NAME=tofu` takes OpenTofu.
 */
import { spawn, spawnSync } from 'child_process';
import { randomBytes } from 'crypto';
import { once } from 'events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseArgs } from 'util';
import { DatadogApi, Json } from '../__tests__/support/datadog-api';
import { CDKTF, MAIN_ENV, writeCdktfJson } from './support/main-elsewhere';
import { TERRAFORM } from './support/terraform-binary';

/** The variables that name your account or state. Those that say where Terraform finds providers are kept. */
const LEFT_OUT = /^(DD|DATADOG|CDKTF|TF)_(?!CLI_CONFIG_FILE$|PLUGIN_CACHE_DIR$|TOKEN_)/;
const INSTALL = `Install Terraform, https://developer.hashicorp.com/terraform/install, or OpenTofu,
https://opentofu.org/docs/intro/install, and set TERRAFORM_BINARY_NAME=tofu for the latter.`;
const NO_PROVIDER = `Terraform can't get the Datadog provider, see above. It looks in its registry, or in the mirror that
provider_installation in its CLI configuration (TF_CLI_CONFIG_FILE) names.`;

const keys = { apiKey: randomBytes(16).toString('hex'), appKey: randomBytes(20).toString('hex') };
const stop = new AbortController();

async function main(): Promise<void> {
  const { keep } = parseArgs({ options: { keep: { type: 'boolean', default: false } } }).values;
  if (spawnSync(TERRAFORM, ['version']).error) {
    throw new Error(`There is no ${TERRAFORM} on the PATH. ${INSTALL}`);
  }
  const api = await DatadogApi.start(keys);
  const folder = mkdtempSync(join(tmpdir(), 'rookout-deploy-'));
  try {
    await deploy(folder, api.url);
    console.log(summary(api, keep));
    if (keep) {
      const headers = `-H DD-API-KEY:${keys.apiKey} -H DD-APPLICATION-KEY:${keys.appKey}`;
      console.log(`\nIt runs until Ctrl-C. To look at it:\n  curl ${headers} ${api.url}/api/v1/dashboard`);
      if (!stop.signal.aborted) await once(stop.signal, 'abort');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    await api.stop();
  }
}

async function deploy(folder: string, url: string): Promise<void> {
  const yours = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name));
  const { apiKey: DD_API_KEY, appKey: DD_APP_KEY } = keys;
  const env = { ...Object.fromEntries(yours), ...MAIN_ENV, CHECKPOINT_DISABLE: '1', DD_API_KEY, DD_APP_KEY };
  const cdktf = (...args: string[]) => run(folder, env, process.execPath, CDKTF, ...args, '--no-color');

  writeCdktfJson(folder);
  await cdktf('synth');

  const directory = join(folder, 'cdktf.out', 'stacks');
  const stacks = readdirSync(directory);
  for (const stack of stacks) {
    stayHere(join(directory, stack), join(folder, `terraform.${stack}.tfstate`), url);
    await run(join(directory, stack), env, TERRAFORM, 'init', '-input=false', '-no-color').catch(() => {
      throw new Error(NO_PROVIDER);
    });
  }
  const asIs = ['--skip-synth', '--skip-provider-lock'];
  await cdktf('deploy', ...stacks, '--auto-approve', ...asIs);
  for (const stack of stacks) {
    if (/No changes\./.test(await cdktf('diff', stack, ...asIs))) continue;
    throw new Error(`The plan after the deployment of ${stack} is not empty, see above.`);
  }
}

/** Keeps the state in the folder and sends calls to the local API, whatever backend and site the app names. */
function stayHere(directory: string, state: string, url: string): void {
  const { provider, output = {} } = JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8'));
  const datadog = provider.datadog.map(({ alias }: Json) => ({ alias, api_url: url }));
  // There is no such page on Datadog's site.
  const addresses = Object.entries<Json>(output).filter(([, { value }]) => /^https:/.test(value));
  const nowhere = Object.fromEntries(
    addresses.map(([name]) => [name, { value: 'none, in a local deployment' }]),
  );
  const override = {
    terraform: { backend: { local: { path: state } } },
    provider: { datadog },
    output: nowhere,
  };
  writeFileSync(join(directory, 'override.tf.json'), JSON.stringify(override));
}

/** Runs a command, shows its output as it comes, and returns it. */
async function run(cwd: string, env: NodeJS.ProcessEnv, command: string, ...args: string[]): Promise<string> {
  stop.signal.throwIfAborted();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  stop.signal.onabort = () => child.kill('SIGINT');
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk)).pipe(process.stdout, { end: false });
  const [code] = await once(child, 'close');
  stop.signal.throwIfAborted();
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
  return Buffer.concat(chunks).toString();
}

/** @param isThere whether the API goes on, so that what it holds has an address */
function summary({ url, dashboards, apps, calls }: DatadogApi, isThere: boolean): string {
  const at = (path: string) => (isThere ? `\n    ${url}${path}` : '');
  const held = [
    ...dashboards.all().map((dashboard) => {
      const widgets = widgetsOf(dashboard);
      const links = widgets.flatMap(({ definition }) => definition.custom_links ?? []);
      const linked = links.filter(({ label }) => label === 'Set metric points').length;
      const shown = `${widgets.length} widgets, ${linked} graphs with Set metric points`;
      return `  dashboard "${dashboard.title}", ${shown}${at(`/api/v1/dashboard/${dashboard.id}`)}`;
    }),
    ...apps.all().map(({ id, attributes }) => {
      const state = apps.isPublished(id) ? 'published' : 'not published';
      return `  app "${attributes.name}", ${state}${at(`/api/v2/app-builder/apps/${id}`)}`;
    }),
  ];
  return `\nThe local Datadog API took ${calls.length} calls and holds:\n${held.join('\n')}`;
}

function widgetsOf({ widgets = [] }: Json): Json[] {
  return widgets.flatMap((widget: Json) => [widget, ...widgetsOf(widget.definition)]);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
main().catch((error) => {
  console.error(stop.signal.aborted ? 'Stopped.' : error.message);
  process.exitCode = stop.signal.aborted ? 130 : 1;
});
