import { readFileSync } from 'fs';
import { pathToFileURL } from 'url';
import { Workplace } from '../cli/support/command';
import { dashboard, timeseries } from '../cli/support/dashboards';
import { describeInBrowser } from './support/browser';

const before = dashboard('Board', timeseries('Memory', 'avg:mem{*}'), timeseries('Load', 'avg:load{*}'));
const after = dashboard(
  'Board',
  timeseries('Memory [env:prod]', 'avg:mem{*}'),
  timeseries('Errors', 'avg:e{*}'),
);

describeInBrowser('preview --against', (_open, openUrl) => {
  function changed(...argv: string[]): Workplace {
    const workplace = new Workplace({ 'old.json': before, 'new.json': after });
    workplace.run('preview', 'new.json', '--against', 'old.json', '--out', '.', ...argv);
    return workplace;
  }

  it('lists the changes, and marks the widgets side by side', async () => {
    const { page, problems } = await openUrl(pathToFileURL(`${changed().path}/board.html`).href);
    expect(await page.locator('.changes .kind').allTextContents()).toEqual(['removed', 'added', 'retitled']);
    const [left, right] = await Promise.all(
      ['Before', 'After'].map((name) => page.getByRole('region', { name }).boundingBox()),
    );
    expect(left!.x + left!.width).toBeLessThan(right!.x);
    expect(await page.locator('.side .mark-retitled').count()).toBe(2);
    expect(problems).toEqual([]);
  });

  it('takes a picture of the whole page', () => {
    const workplace = changed('--format', 'png');
    const png = readFileSync(`${workplace.path}/board.png`);
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20) > 300]).toEqual([1280, true]);
  });
});
