/**
 * `npm run api:diff`: refuses what breaks the public API, against the version of the newest tag `v*` before this one.
 * That version is built in a clone of its own; this one must be built already.
 */
import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const JSII_DIFF = require.resolve('jsii-diff/bin/jsii-diff');

function main(): number {
  const tag = lastTag();
  if (tag === undefined) {
    console.log('There is no tag v* yet: nothing is released, so nothing can break.');
    return 0;
  }
  const released = mkdtempSync(join(tmpdir(), 'rookout-released-'));
  try {
    build(tag, released);
    console.log(`Against ${tag}:`);
    // The package is "experimental" as a whole, which alone would excuse every change.
    const args = [JSII_DIFF, released, '.', '--error-on', 'all'];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status === 0) console.log('No public name is gone or means something else.');
    return status ?? 1;
  } finally {
    rmSync(released, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The newest version before what is checked out, so that a tagged version is not compared with itself. */
function lastTag(): string | undefined {
  const tags = git(
    'tag',
    '--list',
    'v*',
    '--sort=-version:refname',
    '--merged',
    'HEAD',
    '--no-contains',
    'HEAD',
  );
  return tags.split('\n').find((tag) => tag !== '');
}

function build(tag: string, folder: string): void {
  git('clone', '--quiet', '--branch', tag, '--config', 'advice.detachedHead=false', '.', folder);
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  npm('run', 'build');
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' });
}

process.exitCode = main();
