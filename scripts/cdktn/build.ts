/**
 * The first step of `npm run build:cdktn`: puts the sources of `cdktn-datadog-rookout`, the same library for
 * CDK Terrain, into `build/cdktn`. They are the files of this repository with the two frameworks' names exchanged.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { exchanged } from './names';
import { sourcesOf } from './sources';

const ROOT = resolve(__dirname, '..', '..');
const BUILD = join(ROOT, 'build', 'cdktn');
/** Where the framework and its bindings are installed, by a lockfile of their own. */
const CDKTN = join(ROOT, 'cdktn');
const cdktn = JSON.parse(readFileSync(join(CDKTN, 'package.json'), 'utf8')).devDependencies;

/** What is about both packages, or about the cdktf packages of other languages, and what only the repository needs. */
const LEFT_OUT =
  /^((__tests__|scripts)\/cdktn\/|cdktn\/|__tests__\/pipelines\/|__tests__\/examples-versions\.test\.ts$|package-lock\.json$|\.ci\/)/;
/** What tells of both packages. */
const KEPT = [
  ...['CHANGELOG.md', 'CONTRIBUTING.md', 'docs/languages.md', 'docs/moving-to-cdktn.md'],
  '__tests__/datadog/dashboard/support/resources.ts',
];
const TEXT = /\.([cm]?[jt]s|json|md)$|^languages\//;

function main(): void {
  rmSync(BUILD, { recursive: true, force: true });
  for (const file of sourcesOf(ROOT)) {
    if (LEFT_OUT.test(file)) continue;
    const to = join(BUILD, file);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, contentOf(file));
  }
  linkModules();
}

/** Folders that have packages of their own. */
const FOLDERS = ['__tests__', 'scripts'];

/** Links what is installed: the packages that `cdktn/package.json` names from there, the others from the repository. */
function linkModules(): void {
  const [own, shared] = [CDKTN, ROOT].map((place) => join(place, 'node_modules'));
  const named = [...Object.keys(cdktn), ...commandsIn(own)];
  link(own, named);
  link(
    shared,
    [...modulesIn(shared), ...commandsIn(shared)].filter((name) => !named.includes(name)),
  );
  for (const folder of FOLDERS) {
    symlinkSync(join(ROOT, folder, 'node_modules'), join(BUILD, folder, 'node_modules'), 'junction');
  }
}

function modulesIn(modules: string): string[] {
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : [name],
  );
}

function commandsIn(modules: string): string[] {
  return readdirSync(join(modules, '.bin')).map((name) => `.bin/${name}`);
}

function link(modules: string, names: readonly string[]): void {
  for (const name of names) {
    const to = join(BUILD, 'node_modules', name);
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(join(modules, name), to, 'junction');
  }
}

function contentOf(file: string): string | Buffer {
  const content = readFileSync(join(ROOT, file));
  if (file === 'package.json') return manifestOf(content.toString());
  return TEXT.test(file) && !KEPT.includes(file) ? exchanged(content.toString()) : content;
}

/** The package.json. Its peers have the versions that it is tested with, and newer ones where cdktn takes them. */
function manifestOf(text: string): string {
  const { scripts, ...own } = JSON.parse(text);
  const devDependencies = { ...own.devDependencies, ...cdktn };
  const manifest = JSON.parse(exchanged(text));
  const names = Object.keys(manifest.peerDependencies);
  const { peerDependencies: peers } = JSON.parse(
    readFileSync(join(CDKTN, 'node_modules', 'cdktn', 'package.json'), 'utf8'),
  );
  const peerDependencies = {
    ...Object.fromEntries(names.map((name) => [name, `^${devDependencies[name]}`])),
    constructs: peers.constructs,
  };
  return `${JSON.stringify({ ...manifest, scripts, devDependencies, peerDependencies }, null, 2)}\n`;
}

main();
