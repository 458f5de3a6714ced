/** Builds the script and the styles of the preview's pages from the folder `page`. */
import { buildSync } from 'esbuild';
import { mkdirSync, renameSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..', '..');

/** Each file takes its place at once, since tests may read it meanwhile. */
export function buildPage(): void {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['page/page.ts', 'page/page.css'],
    outdir: 'dist/page',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  });
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
}
