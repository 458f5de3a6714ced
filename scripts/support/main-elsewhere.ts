import { readFileSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { bin } from 'cdktf-cli/package.json';

const ROOT = resolve(__dirname, '..', '..');

/** The script of the command `cdktf`. */
export const CDKTF = join(dirname(require.resolve('cdktf-cli/package.json')), bin.cdktf);

/** The environment in which the command runs main.ts from another folder, without asking questions. */
export const MAIN_ENV = { CI: '1', TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };

/** Writes a cdktf.json that runs main.ts into another folder. State and output stay in that folder. */
export function writeCdktfJson(folder: string): void {
  const settings = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8'));
  const app = `node --require "${require.resolve('ts-node/register')}" "${join(ROOT, 'main.ts')}"`;
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ ...settings, app }));
}
