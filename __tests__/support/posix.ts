/** A test that needs a POSIX shell: on Windows it is skipped. */
export const itOnPosix = process.platform === 'win32' ? it.skip : it;
