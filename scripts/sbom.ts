/**
 * `npm run --silent sbom`: prints what the package brings along, by name, version and licence, as CycloneDX.
 * `npm sbom --omit dev` leaves out a dependency that a development tool needs as well, so npm reads a lock file of
 * these dependencies alone.
 */
import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const ROOT = join(__dirname, '..');

const temporary = mkdtempSync(join(tmpdir(), 'rookout-sbom-'));
try {
  const { devDependencies: _, peerDependencies: __, ...manifest } = readJson('package.json');
  const lock = readJson('package-lock.json');
  const brought = Object.entries<any>(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  // npm names the package after its folder.
  const folder = join(temporary, manifest.name);
  mkdirSync(folder);
  writeJson(join(folder, 'package.json'), manifest);
  writeJson(join(folder, 'package-lock.json'), {
    ...lock,
    packages: { '': manifest, ...Object.fromEntries(brought) },
  });
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'library'];
  execFileSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}

function readJson(file: string): any {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

function writeJson(path: string, json: object): void {
  writeFileSync(path, JSON.stringify(json));
}
