import { join } from 'path';

export const ROOT = join(__dirname, '..', '..');
export const CDKTN = join(ROOT, 'build', 'cdktn');

/** The library for cdktn, as the tests of cdktf know theirs. */
export const cdktnLibrary: typeof import('../../lib') = jest.requireActual(join(CDKTN, 'lib'));
