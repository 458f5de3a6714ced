/** Writes the licences of the packages inside the files of `dist` beside the page. */
import { buildSync } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const TARGET = join(ROOT, 'dist', 'page', 'LICENSES.md');
const ENTRIES = [
  'page/page.ts',
  'page/page.css',
  'lib/cli/preview/watch/serving.ts',
  'lib/cli/instances/yaml.ts',
  'lib/json/mistake.ts',
];

/** The folders of the packages that esbuild takes into the bundles. */
function bundledPackages(): string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    conditions: ['browser'],
    metafile: true,
    write: false,
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [],
  );
  return [...new Set(folders)].sort();
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && license === undefined) throw new Error(`${name} has no licence`);
  const text = file === undefined ? '' : readFileSync(join(ROOT, folder, file), 'utf8').trim();
  return `## ${name} ${version} (${license})\n\n${text}\n`;
}

export function writeLicenses(): void {
  writeFileSync(TARGET, `# Licences of bundled packages\n\n${bundledPackages().map(licenseOf).join('\n')}`);
}
