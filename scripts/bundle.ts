/**
 * The last step of `npm run build`: bundles the library and the command from their sources, each into one file, which
 * loads faster than many. jsii has compiled them before: it checks the sources and declares their types.
 */
import { buildSync, BuildOptions } from 'esbuild';
import { chmodSync, readFileSync } from 'fs';
import { join } from 'path';
import { writeLicenses } from './support/bundled-licenses';
import { buildPage } from './support/build-page';

const ROOT = join(__dirname, '..');

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  supported: { 'dynamic-import': false },
  tsconfig: 'tsconfig.jsii.json',
  logLevel: 'warning',
};

/** Only a small part of jsonc-parser is needed, and it has no CommonJS that can be bundled. */
const READABLE: BuildOptions = {
  packages: 'external',
  alias: { 'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js' },
  minifyWhitespace: true,
  lineLimit: 160,
};

/** The library, and the mark by which jsii knows its classes in other languages. */
function library(): string {
  const { types, version } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  const classes = Object.values<{ kind: string; name: string; fqn: string }>(types)
    .filter(({ kind }) => kind === 'class')
    .map(({ name, fqn }) => `library.${name}[mark] = { fqn: '${fqn}', version: '${version}' };`);
  return `
    import * as library from './lib';
    export * from './lib';
    const mark = Symbol.for('jsii.rtti');
    ${classes.join('\n')}`;
}

buildPage();
writeLicenses();
buildSync({
  ...SHARED,
  ...READABLE,
  stdin: { contents: library(), resolveDir: ROOT },
  outfile: 'dist/index.js',
});
buildSync({
  ...SHARED,
  ...READABLE,
  entryPoints: ['lib/cli/rookout-datadog.ts'],
  external: ['./serving', './yaml'],
  outfile: 'dist/cli/rookout-datadog.js',
});
// npm does so when it installs, but the packages of other languages run the file as it is packed.
chmodSync(join(ROOT, 'dist', 'cli', 'rookout-datadog.js'), 0o755);
// With their packages inside: what only some runs of the command need.
buildSync({
  ...SHARED,
  minify: true,
  entryPoints: ['lib/cli/preview/watch/serving.ts', 'lib/cli/instances/yaml.ts'],
  entryNames: '[name]',
  outdir: 'dist/cli',
});
