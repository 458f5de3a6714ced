import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { FileError, UsageError } from '../../files/errors';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium';

const WIDTH = 1280;

/** Longer pages are cut: no browser takes a picture of any size. */
const HIGHEST = 16_000;

/**
 * Takes a picture of a whole page.
 *
 * @param page an absolute path
 * @param picture the file to write, an absolute path
 * @throws UsageError where there is no Chromium
 * @throws FileError where it takes none
 */
export function takePicture(page: string, picture: string): void {
  const executable = chromiumPath();
  if (executable === undefined) {
    throw new UsageError(
      "option '--format': pictures need Chromium, Chrome or Edge. Install one, or name it in the variable CHROMIUM",
    );
  }
  const profile = mkdtempSync(join(tmpdir(), 'rookout-chromium-'));
  try {
    const url = pathToFileURL(page).href;
    const start = (...args: string[]): string => {
      const all = [...CHROMIUM_ARGUMENTS, `--user-data-dir=${profile}`, '--hide-scrollbars', ...args];
      return spawnSync(executable, all, { encoding: 'utf8', timeout: 60_000 }).stdout ?? '';
    };
    const [, height = '900'] =
      /data-height="(\d+)"/.exec(start(`--window-size=${WIDTH},900`, '--dump-dom', url)) ?? [];
    rmSync(picture, { force: true });
    const size = `--window-size=${WIDTH},${Math.min(Number(height), HIGHEST)}`;
    start(size, `--screenshot=${picture}`, '--virtual-time-budget=2000', `${url}#picture`);
    if (!existsSync(picture)) throw new FileError(page, `${executable} took no picture of it`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
