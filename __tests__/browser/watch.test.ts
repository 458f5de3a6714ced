import { watchDashboards, Watching } from '../../lib/cli/preview/watch/watch';
import { dashboard, timeseries } from '../cli/support/dashboards';
import { Workplace } from '../cli/support/command';
import { describeInBrowser } from './support/browser';

const board = (title: string) => dashboard('Board', timeseries(title, 'avg:a{*}'));

describeInBrowser('preview --watch', (_open, openUrl) => {
  let watching: Watching;
  afterEach(() => watching.close());

  async function watch(workplace: Workplace, more: object = {}): Promise<void> {
    const silent = { write: () => true };
    const options = { out: 'out', format: 'html', locale: 'en', ...more } as const;
    const terminal = { stdout: silent, stderr: silent, stdin: () => Buffer.alloc(0), cwd: workplace.path };
    watching = await watchDashboards(['boards'], options, terminal, new AbortController().signal);
  }

  it('loads the page again when a dashboard changes, and shows what is wrong over the last good one', async () => {
    const workplace = new Workplace({ 'boards/board.json': board('Memory') });
    await watch(workplace);
    const { page, problems } = await openUrl(`${watching.url}board.html`);
    await page.getByRole('heading', { name: 'Memory' }).waitFor();

    workplace.write('boards/board.json', board('Load'));
    await page.getByRole('heading', { name: 'Load' }).waitFor();

    workplace.write('boards/board.json', '{"widgets": [');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('board.json:1:');
    expect(await page.getByRole('heading', { name: 'Load' }).count()).toBe(1);

    workplace.write('boards/board.json', board('Errors'));
    await page.getByRole('heading', { name: 'Errors' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('synthesizes when a source changes, and shows its errors', async () => {
    const script = `const { copyFileSync, mkdirSync, readFileSync } = require('fs');
      if (readFileSync('stack.ts', 'utf8') === 'wrong') throw new Error('[shop/Overview] service: is empty');
      mkdirSync('boards', { recursive: true });
      copyFileSync('stack.ts', 'boards/board.json');`;
    const workplace = new Workplace({ 'synth.js': script, 'stack.ts': JSON.stringify(board('Memory')) });
    await watch(workplace, { synth: `"${process.execPath}" synth.js` });
    const { page } = await openUrl(`${watching.url}board.html`);
    await page.getByRole('heading', { name: 'Memory' }).waitFor();

    workplace.write('stack.ts', 'wrong');
    await page.getByText('[shop/Overview] service: is empty').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Memory' }).count()).toBe(1);

    workplace.write('stack.ts', JSON.stringify(board('Load')));
    await page.getByRole('heading', { name: 'Load' }).waitFor();
  });
});
