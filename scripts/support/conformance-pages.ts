import { chromium } from 'playwright-core';
import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../lib/cli/preview/picture/chromium';
import { run } from '../../lib/cli/run';
import { buildPage } from './build-page';

/** The pages of the dashboards of a directory in a browser: what goes wrong, by page, and what is said of all. */
export interface PagesResult {
  readonly failures: readonly string[];
  readonly summary: string;
}

/** Previews every dashboard below a directory, and opens the pages: they must log no error and ask for nothing. */
export async function checkPages(directory: string): Promise<PagesResult> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    return { failures: [], summary: 'Pages are skipped: there is no Chromium' };
  const out = mkdtempSync(join(tmpdir(), 'conformance-pages-'));
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
  const failures: string[] = [];
  try {
    buildPage();
    const silent = { write: () => true };
    run(['preview', directory, '--out', out], {
      stdout: silent,
      stderr: silent,
      stdin: () => Buffer.alloc(0),
      cwd: process.cwd(),
    });
    const files = readdirSync(out).filter((file) => file !== 'index.html');
    for (const file of files) {
      const page = await browser.newPage();
      const url = pathToFileURL(join(out, file)).href;
      page.on(
        'console',
        (message) => message.type() === 'error' && failures.push(`${file}: ${message.text()}`),
      );
      page.on('pageerror', ({ message }) => failures.push(`${file}: ${message}`));
      page.on(
        'request',
        (request) => request.url() !== url && failures.push(`${file}: asks for ${request.url()}`),
      );
      await page.goto(url);
      if ((await page.locator('main').count()) === 0) failures.push(`${file}: is empty`);
      await page.close();
    }
    return { failures, summary: `${files.length} pages are drawn without errors and requests` };
  } finally {
    await browser.close();
    rmSync(out, { recursive: true, force: true });
  }
}
