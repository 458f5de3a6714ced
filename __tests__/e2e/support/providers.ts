import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** The version that the bindings were generated from, and the newest of the next major version. */
export const PROVIDERS = ['3.82.0', '~> 4.0'];

/** Providers come from a registry at most once. */
const CACHE = join(__dirname, '..', '..', '..', 'node_modules', '.cache', 'terraform');

/** The environment of Terraform: nothing of the user's own Datadog or Terraform, but where providers are found. */
export function terraformEnv(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(DD_|DATADOG_|TF_(?!CLI_CONFIG_FILE$))/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_PLUGIN_CACHE_DIR: CACHE,
    // The cache is this project's own, and lock files are those of one run.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
  };
}

/** The part of a configuration that says which provider is meant. */
export function requiring(version: string): object {
  return { terraform: { required_providers: { datadog: { source: 'DataDog/datadog', version } } } };
}

/**
 * Finds the providers that `terraform init` finds, as a user's would: in the registry, or in the mirror that
 * `TF_CLI_CONFIG_FILE` names. Jest calls it once, before the first of these tests.
 */
export default function findProviders(): void {
  mkdirSync(CACHE, { recursive: true });
  const reasons = Object.fromEntries(PROVIDERS.map((version) => [version, whyNot(version)]));
  const missing = PROVIDERS.filter((version) => reasons[version] !== '');
  if (process.env.E2E_REQUIRED === '1' && missing.length > 0) {
    const list = missing.map((version) => `${version}: ${reasons[version]}`);
    throw new Error(`E2E_REQUIRED=1, but not every provider can be had. ${list.join('; ')}`);
  }
  process.env.E2E_REASONS = JSON.stringify(reasons);
}

/** Why Terraform can't use the provider, in one line; nothing if it can. */
function whyNot(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-provider-'));
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(requiring(version)));
    execFileSync('terraform', ['init', '-input=false', '-no-color'], {
      cwd: folder,
      env: terraformEnv(),
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 300_000,
    });
    return '';
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') return 'no terraform on the PATH';
    return /Error: (.*)/.exec(stderr ?? '')?.[1] ?? (error as Error).message.split('\n')[0];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
