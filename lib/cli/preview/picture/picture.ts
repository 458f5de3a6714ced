import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { FileError, UsageError } from '../../files/errors';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium';

const WIDTH = 1280;

/** Longer pages are cut: no browser takes a picture of any size. */
const HIGHEST = 16_000;

/** A picture as PNG. */
export interface Picture {
  readonly png: Buffer;
  /** What to say of it. */
  readonly note?: string;
}

/**
 * The picture of a whole page.
 *
 * @param path what to call the page in errors
 * @param absolute where it is
 * @throws UsageError where there is no Chromium
 * @throws FileError where it takes none
 */
export function pictureOf(path: string, absolute: string): Picture {
  const executable = chromiumPath();
  if (executable === undefined) {
    throw new UsageError(
      "option '--format': pictures need Chromium, Chrome or Edge. Install one, or name it in the variable CHROMIUM",
    );
  }
  const profile = mkdtempSync(join(tmpdir(), 'rookout-chromium-'));
  try {
    const url = `${pathToFileURL(absolute).href}#picture`;
    const picture = join(profile, 'picture.png');
    const start = (...args: string[]): string => {
      const all = [...CHROMIUM_ARGUMENTS, `--user-data-dir=${profile}`, '--hide-scrollbars', ...args];
      return spawnSync(executable, all, { encoding: 'utf8', timeout: 60_000 }).stdout ?? '';
    };
    const height = Number(
      /data-height="(\d+)"/.exec(start(`--window-size=${WIDTH},900`, '--dump-dom', url))?.[1],
    );
    if (Number.isNaN(height))
      throw new FileError(
        path,
        `${executable} does not tell how high the page is, so there is no picture of it`,
      );
    const size = `--window-size=${WIDTH},${Math.min(height, HIGHEST)}`;
    start(size, `--screenshot=${picture}`, '--virtual-time-budget=2000', url);
    if (!existsSync(picture)) throw new FileError(path, `${executable} took no picture of it`);
    const note = `is ${height} pixels high, and its picture ends after ${HIGHEST}`;
    return { png: readFileSync(picture), ...(height > HIGHEST && { note }) };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
