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

  it('shows queries before and after, and the ends of titles and of numbers', async () => {
    const long =
      'Memory of all of the pods in a cluster, as a part of what they may have [k8s_deployment:checkoutservice]';
    const value = {
      type: 'query_value',
      precision: 6,
      custom_unit: 'connections in all',
      requests: [{ q: 'avg:c{*}' }],
    };
    const narrow = (query: string) => ({
      ...dashboard('Board'),
      widgets: [
        { definition: timeseries(long, query), layout: { x: 0, y: 0, width: 3, height: 4 } },
        { definition: value, layout: { x: 3, y: 0, width: 2, height: 4 } },
      ],
    });
    const workplace = new Workplace({ 'old.json': narrow('avg:old{*}'), 'new.json': narrow('avg:new{*}') });
    workplace.run('preview', 'new.json', '--against', 'old.json', '--out', '.');
    const { page } = await openUrl(pathToFileURL(`${workplace.path}/board.html`).href);
    expect(await page.locator('.changes :is(del, ins)').allTextContents()).toEqual([
      'avg:old{*}',
      'avg:new{*}',
    ]);
    const cut = await page
      .locator('.side :is(h2, .chip, .value)')
      .evaluateAll((all: any) => all.filter((one: any) => one.scrollWidth > one.clientWidth).length);
    expect(cut).toBe(0);
  });

  it('has one side where a dashboard is new', async () => {
    const workplace = new Workplace({
      'old/a.json': dashboard('Other'),
      'new/a.json': dashboard('Other'),
      'new/b.json': before,
    });
    workplace.run('preview', 'new', '--against', 'old', '--out', '.');
    const { page } = await openUrl(pathToFileURL(`${workplace.path}/board.html`).href);
    expect(await page.locator('.changes li').allTextContents()).toEqual(['addedBoard']);
    expect(await page.locator('.side').count()).toBe(1);
  });

  it('takes a picture of the whole page', () => {
    const workplace = changed('--format', 'png');
    const png = readFileSync(`${workplace.path}/board.png`);
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20) > 300]).toEqual([1280, true]);
  });
});
