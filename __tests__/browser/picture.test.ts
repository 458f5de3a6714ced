import { readFileSync } from 'fs';
import { pathToFileURL } from 'url';
import { Workplace } from '../cli/support/command';
import { dashboard, timeseries } from '../cli/support/dashboards';
import { describeInBrowser, spread } from './support/browser';

/** Counts the pixels at the bottom of a picture that are not grey. */
const colored = (png: string) => `(async () => {
  const image = new Image();
  image.src = 'data:image/png;base64,${png}';
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, 300];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, canvas.height - image.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const isColored = (at) => Math.abs(data[at] - data[at + 1]) > 60;
  return data.filter((_, at) => at % 4 === 0 && isColored(at)).length;
})()`;

describeInBrowser('a picture of a long page', (_open, openUrl) => {
  const graphs = Array.from({ length: 80 }, (_, index) =>
    timeseries(`Memory ${index}`, 'avg:mem{*}', { show_legend: false }),
  );

  function previewed(...argv: string[]): Workplace {
    const workplace = new Workplace({ 'board.json': spread(dashboard('Board', ...graphs)) });
    workplace.run('preview', 'board.json', '--out', '.', ...argv);
    return workplace;
  }

  it('is of a page that draws all graphs at once', async () => {
    const { page } = await openUrl(`${pathToFileURL(`${previewed().path}/board.html`).href}#picture`);
    expect(await page.locator('.plot canvas').count()).toBe(graphs.length);
  });

  it('shows the last graphs', async () => {
    const png = readFileSync(`${previewed('--format', 'png').path}/board.png`).toString('base64');
    const { page } = await openUrl('about:blank');
    expect(await page.evaluate(colored(png))).toBeGreaterThan(500);
  });
});
