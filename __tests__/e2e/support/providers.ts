import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** The version that the bindings were generated from, and the newest of the next major version. */
export const PROVIDERS = ['3.82.0', '~> 4.0'];

/** The part of a configuration that says which provider is meant. */
export function requiring(version: string): object {
  return { terraform: { required_providers: { datadog: { source: 'DataDog/datadog', version } } } };
}

/**
 * Finds the providers that `terraform init` finds, as a user's would: in the registry, or in the mirror that
 * `TF_CLI_CONFIG_FILE` names. Jest calls it once, before the first of these tests.
 */
export default function findProviders(): void {
  const reasons = Object.fromEntries(PROVIDERS.map((version) => [version, whyNot(version)]));
  const missing = Object.entries(reasons).filter(([, reason]) => reason !== '');
  if (process.env.E2E_REQUIRED === '1' && missing.length > 0) {
    throw new Error(`E2E_REQUIRED=1, but ${missing.map(([version, reason]) => `${version}: ${reason}`)}`);
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
      env: { ...process.env, CHECKPOINT_DISABLE: '1' },
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
