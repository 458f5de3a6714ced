/**
 * `npm run pictures`: takes the picture of the preview that README opens with, and with a directory as argument those
 * of three widths in light and dark. `npm start` makes the page.
 */
import { existsSync, mkdirSync } from 'fs';
import { join, resolve } from 'path';
import { Browser, chromium } from 'playwright-core';
import { pathToFileURL } from 'url';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../lib/cli/preview/picture/chromium';

const PAGE = resolve('cdktf.out/preview/rookout.html');
const WIDTHS = [390, 1280, 2560];
const THEMES = ['light', 'dark'] as const;

/** The context menu of a graph, as a right click opens it. */
async function takeReadmePicture(browser: Browser, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 830 }, deviceScaleFactor: 1.5 });
  await page.goto(pathToFileURL(PAGE).href);
  await page.locator('.group .plot canvas').nth(1).waitFor();
  await page
    .locator('.group .plot')
    .nth(1)
    .click({ button: 'right', position: { x: 120, y: 40 } });
  await page.screenshot({ path });
}

async function takeAll(browser: Browser, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme });
      await page.goto(pathToFileURL(PAGE).href);
      await page.locator('.plot canvas').first().waitFor();
      await page.screenshot({ path: join(directory, `${width}-${colorScheme}.png`) });
    }
  }
}

async function main(directory: string | undefined): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('Pictures need Chromium, Chrome or Edge.');
  if (!existsSync(PAGE)) throw new Error(`There is no ${PAGE}. Run "npm start" first.`);
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
  try {
    await takeReadmePicture(browser, 'docs/preview.png');
    if (directory !== undefined) await takeAll(browser, directory);
  } finally {
    await browser.close();
  }
}

main(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
