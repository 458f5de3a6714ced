import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { TERRAFORM } from '../../../scripts/support/terraform-binary';

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
 * Finds the provider of a Jest project where `terraform init` finds it, as a user's would: in the registry, or in the
 * mirror that `TF_CLI_CONFIG_FILE` names. Jest calls it once, before the first of the project's tests.
 */
export default function findProvider(_: unknown, project: { globals: { PROVIDER: string } }): void {
  mkdirSync(CACHE, { recursive: true });
  const version = project.globals.PROVIDER;
  const reason = whyNot(version);
  if (process.env.E2E_REQUIRED === '1' && reason !== '') {
    throw new Error(`E2E_REQUIRED=1, but provider ${version} can't be had. ${reason}`);
  }
  const others = JSON.parse(process.env.E2E_REASONS ?? '{}');
  process.env.E2E_REASONS = JSON.stringify({ ...others, [version]: reason });
}

/** Why Terraform or OpenTofu can't use the provider, in one line; nothing if it can. */
export function whyNot(version: string, binary = TERRAFORM): string {
  const folder = mkdtempSync(join(tmpdir(), 'rookout-provider-'));
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(requiring(version)));
    execFileSync(binary, ['init', '-input=false', '-no-color'], {
      cwd: folder,
      env: terraformEnv(),
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 300_000,
    });
    return '';
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') return `no ${binary} on the PATH`;
    return /Error: (.*)/.exec(stderr ?? '')?.[1] ?? (error as Error).message.split('\n')[0];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
