/**
 * The first step of `npm run build:cdktn`: puts the sources of `cdktn-datadog-rookout`, the same library for
 * CDK Terrain, into `build/cdktn`. They are the files of this repository with the two frameworks' names exchanged.
 */
import cdktn from 'cdktn/package.json';
import { execFileSync } from 'child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { exchanged } from './names';

const ROOT = resolve(__dirname, '..', '..');
const BUILD = join(ROOT, 'build', 'cdktn');

/** What is about both packages, and what only the repository itself needs. */
const LEFT_OUT = /^((__tests__|scripts)\/cdktn\/|package-lock\.json$|\.ci\/)/;
/** Tells of both packages. */
const GUIDE = 'docs/moving-to-cdktn.md';
const TEXT = /\.([cm]?[jt]s|json|md)$/;

function main(): void {
  rmSync(BUILD, { recursive: true, force: true });
  for (const file of filesOfRepository()) {
    const to = join(BUILD, file);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, contentOf(file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(BUILD, 'node_modules'), 'junction');
}

function filesOfRepository(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return files.filter((file) => file !== '' && !LEFT_OUT.test(file) && existsSync(join(ROOT, file)));
}

function contentOf(file: string): string | Buffer {
  const content = readFileSync(join(ROOT, file));
  if (file === 'package.json') return manifestOf(content.toString());
  return TEXT.test(file) && file !== GUIDE ? exchanged(content.toString()) : content;
}

/** The package.json. Its peers have the versions that it is tested with, and newer ones where cdktn takes them. */
function manifestOf(text: string): string {
  const { devDependencies } = JSON.parse(text);
  const manifest = JSON.parse(exchanged(text));
  const names = Object.keys(manifest.peerDependencies);
  const peerDependencies = {
    ...Object.fromEntries(names.map((name) => [name, `^${devDependencies[name]}`])),
    constructs: cdktn.peerDependencies.constructs,
  };
  return `${JSON.stringify({ ...manifest, devDependencies, peerDependencies }, null, 2)}\n`;
}

main();
