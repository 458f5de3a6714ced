import { readFileSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';

const ROOT = resolve(__dirname, '..');

/** The script of cdktf's own command. */
export const CDKTF = join(dirname(require.resolve('cdktf-cli/package.json')), 'bundle', 'bin', 'cdktf');

/** What the command needs in its environment to run main.ts in another folder, without asking. */
export const MAIN_ENV = { CI: '1', TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };

/** Writes the project's cdktf.json for main.ts into another folder, where state and output then stay. */
export function writeCdktfJson(folder: string): void {
  const settings = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8'));
  const app = `node --require "${require.resolve('ts-node/register')}" "${join(ROOT, 'main.ts')}"`;
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ ...settings, app }));
}
