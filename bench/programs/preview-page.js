/** Opens pages in a browser: size and time of one with 40 graphs, and the longest frame while one with 500 scrolls. */
const { mkdtempSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { execFileSync } = require('node:child_process');
const { chromium } = require('playwright-core');
const { CHROMIUM_ARGUMENTS, chromiumPath } = require('../../dist/cli/preview/picture/chromium.js');
const { dashboardOf } = require('../support/preview-dashboard');

async function main(directory) {
  for (const graphs of [40, 500]) {
    writeFileSync(join(directory, `${graphs}.json`), JSON.stringify(dashboardOf(graphs, `${graphs}`)));
  }
  const command = join(__dirname, '../../dist/cli/rookout-datadog.js');
  execFileSync(process.execPath, [command, 'preview', directory, '--out', directory], { stdio: 'pipe' });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGUMENTS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`file://${join(directory, '40.html')}`);
    await page.locator('.plot canvas').nth(5).waitFor();
    const drawn = await page.evaluate('performance.now()');
    await page.goto(`file://${join(directory, '500.html')}`);
    await page.locator('.plot canvas').first().waitFor();
    const longest = await page.evaluate(longestFrame);
    console.log(JSON.stringify({ bytes: statSync(join(directory, '40.html')).size, drawn, longest }));
  } finally {
    await browser.close();
  }
}

/** Runs in the page: scrolls to its end in a hundred steps. */
function longestFrame() {
  return new Promise((resolve) => {
    const step = document.documentElement.scrollHeight / 100;
    let [longest, steps, last] = [0, 0, performance.now()];
    requestAnimationFrame(function frame(now) {
      longest = Math.max(longest, now - last);
      last = now;
      scrollBy(0, step);
      if (++steps < 100) requestAnimationFrame(frame);
      else resolve(longest);
    });
  });
}

const directory = mkdtempSync(join(tmpdir(), 'bench-preview-'));
main(directory)
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(directory, { recursive: true, force: true }));
