import { spawnSync } from 'child_process';
import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';

const ROOT = resolve(__dirname, '..', '..');

/**
 * Installs the packages of a folder that has a lockfile of its own, unless those of this lockfile are there. `npm ci` in
 * the root leaves them out, since few commands need them.
 *
 * @param folder its path from the root
 */
export function installPackagesOf(folder: string): void {
  const lock = readFileSync(join(ROOT, folder, 'package-lock.json'));
  const installed = join(ROOT, folder, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed).equals(lock)) return;
  console.error(`Installing the packages of ${folder}, once for this lockfile.`);
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`"npm ci --prefix ${folder}" failed: its packages are needed here`);
  writeFileSync(installed, lock);
}
