/**
 * The last step of `npm run test:cdktn`: runs the unit tests of the package for cdktn that reach a file in which a name is
 * exchanged. All other files are those that `npm test` tests.
 */
import { spawnSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { sourcesOf } from './sources';

const ROOT = resolve(__dirname, '..', '..');
const BUILD = join(ROOT, 'build', 'cdktn');

const exchanged = sourcesOf(ROOT).filter((file) => file.endsWith('.ts') && isExchanged(file));
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    'unit',
    '--findRelatedTests',
    ...exchanged,
  ],
  { cwd: BUILD, stdio: 'inherit' },
);
process.exitCode = status ?? 1;

function isExchanged(file: string): boolean {
  const made = join(BUILD, file);
  return existsSync(made) && readFileSync(made, 'utf8') !== readFileSync(join(ROOT, file), 'utf8');
}
