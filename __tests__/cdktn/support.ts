import { readdirSync } from 'fs';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..');
export const CDKTN = join(ROOT, 'build', 'cdktn');

/** The examples, and the app that `cdktf deploy` runs. */
export const APPS = [
  'main.ts',
  'examples/fleet/main.ts',
  ...readdirSync(join(ROOT, 'examples'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `examples/${file}`),
];

export const CONTEXT = { rookout: { services: ['cartservice', 'frontend'] } };

/** The library for cdktn, as the tests of cdktf know theirs. */
export const cdktnLibrary: typeof import('../../lib') = jest.requireActual(join(CDKTN, 'lib'));
