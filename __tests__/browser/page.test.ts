import { pathToFileURL } from 'url';
import { Workplace } from '../cli/support/command';
import { timeseries, dashboard } from '../cli/support/dashboards';
import { describeInBrowser } from './support/browser';

const LINK =
  'https://app.rookout.com/?labels=k8s_deployment%3A{{kube_deployment.value}}%2Cenv%3A{{$env.value}}';

const board = {
  ...dashboard(
    'Board',
    timeseries('Memory [env:prod]', 'avg:mem{env:prod} by {kube_deployment}', {
      custom_links: [{ label: 'Set metric points', link: LINK }],
    }),
    timeseries('Load', 'avg:load{*}'),
  ),
  template_variables: [
    { name: 'env', prefix: 'env', available_values: ['prod', 'a & b'], defaults: ['prod'] },
  ],
};

describeInBrowser('the page of a dashboard', (open, openUrl) => {
  it('places widgets on twelve columns', async () => {
    const { page, problems } = await open(board);
    const [one, two] = await Promise.all(
      ['widgets[0]', 'widgets[1]'].map((path) => page.locator(`[data-path="${path}"]`).boundingBox()),
    );
    const whole = (await page.locator('.grid').boundingBox())!;
    expect(one!.x).toBeCloseTo(whole.x, 0);
    expect(two!.x + two!.width).toBeCloseTo(whole.x + whole.width, 0);
    expect(two!.x - (one!.x + one!.width)).toBeCloseTo(8, 0);
    expect([one!.y, one!.height]).toEqual([two!.y, two!.height]);
    expect(problems).toEqual([]);
  });

  it('shows label filters as chips', async () => {
    const { page } = await open(board);
    expect(await page.locator('[data-path="widgets[0]"] .chip').allTextContents()).toEqual(['env:prod']);
    expect(await page.locator('[data-path="widgets[0]"] h2').textContent()).toBe('Memory');
  });

  it('opens the menu of a line by mouse, with the values of the line and of variables', async () => {
    const { page } = await open(board);
    await page.selectOption('.variables select', 'a & b');
    await page.locator('.plot').first().click({ button: 'right' });
    const entry = page.getByRole('menuitem', { name: 'Set metric points' });
    expect(await entry.getAttribute('href')).toMatch(
      /^https:\/\/app\.rookout\.com\/\?labels=k8s_deployment%3Akube_deployment-[123]%2Cenv%3Aa%20%26%20b$/,
    );
  });

  it('opens the menu by a click as well, but not where something else is clicked', async () => {
    const { page } = await open(board);
    expect(await page.locator('.sample').textContent()).toContain('A click on a graph');
    await page.locator('h2').first().click();
    expect(await page.locator('.menu').count()).toBe(0);
    await page.locator('.plot').first().click();
    await page.getByRole('menuitem', { name: 'Set metric points' }).waitFor();
    await page.locator('.plot').nth(1).click();
    expect(await page.locator('.menu').getAttribute('aria-label')).toBe('Menu of Load');
  });

  it('shows the values at the pointer with their units, beside it and in the legend', async () => {
    const [{ queries }] = timeseries('Requests', 'sum:req{*}').requests;
    const unit = { type: 'canonical_unit', unit_name: 'request', per_unit_name: 'second' };
    const formulas = [{ formula: 'query1', alias: 'Requests', number_format: { unit } }];
    const { page } = await open(
      dashboard(
        'Board',
        timeseries('Requests', '', { requests: [{ formulas, queries, display_type: 'area' }] }),
      ),
    );
    const number = page.locator('.legend .number');
    const last = await number.textContent();
    expect(last).toMatch(/^\d+(\.\d)? req\/s$/);
    const { x, y, width } = (await page.locator('.plot').boundingBox())!;
    await page.mouse.move(x + width / 2, y + 20);
    const shown = page.locator('.at-pointer');
    expect(await shown.textContent()).toMatch(/^\d\d:\d\dRequests\d+(\.\d)? req\/s$/);
    expect(await number.textContent()).not.toBe(last);
    expect(await shown.locator('.number').textContent()).toBe(await number.textContent());
    await page.mouse.move(x + width / 2, y - 150);
    expect([await shown.isVisible(), await number.textContent()]).toEqual([false, last]);
  });

  it('shows the whole label of a marker', async () => {
    const labelled = (label: string) =>
      dashboard(
        'Board',
        timeseries('Load', 'avg:load{*}', { markers: [{ value: 'y = 40', label }], yaxis: { max: '80' } }),
      );
    // Text that is cut at the left of the chart has no more ink than a letter.
    const inkOf = async (label: string) => {
      const { page } = await open(labelled(label));
      return page.locator('.plot canvas').evaluate((canvas: any) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((_: number, at: number) => at % 4 === 3 && data[at] > 60).length;
      });
    };
    expect((await inkOf('a long label of the limit')) - (await inkOf(''))).toBeGreaterThan(300);
  });

  it('writes no label of a marker over another', async () => {
    const labels = ['critical', 'warning', 'limit'];
    const markers = labels.map((label, index) => ({ value: `y = ${50 + index}`, label }));
    const { page } = await open(dashboard('Board', timeseries('Load', 'avg:load{*}', { markers })));
    // What is written, and where: the text of one must end where that of another begins.
    await page.addInitScript(`{
      window.written = [];
      const draw = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        window.written.push({ text, x, y, width: this.measureText(text).width });
        draw.call(this, text, x, y);
      };
    }`);
    await page.reload();
    await page.locator('.plot canvas').waitFor();
    const written = (await page.evaluate('window.written')) as any[];
    const boxes = written.filter(({ text }) => labels.includes(text));
    expect(boxes.length).toBeGreaterThanOrEqual(labels.length);
    const over = boxes.filter((one) =>
      boxes.some(
        (other) =>
          other.text !== one.text &&
          Math.abs(one.y - other.y) < 11 &&
          one.x < other.x + other.width &&
          other.x < one.x + one.width,
      ),
    );
    expect(over).toEqual([]);
  });

  it.each([
    ['values and tags of variables', '{{ $env.value }},{{$env}}{{$none}}', 'prod,env%3Aprod{{$none}}'],
    [
      'the value and the tag of the line',
      '{{ kube_deployment.value }},{{kube_deployment}},{{service}}',
      'kube_deployment-1,kube_deployment%3Akube_deployment-1,{{service}}',
    ],
    ['all tags', '{{tags}}', 'env%3Aprod%20kube_deployment%3Akube_deployment-1'],
    ['nothing else', '{{ }}{{.value}}{{$}}', '{{ }}{{.value}}{{$}}'],
    // An expression that tried each division of the spaces would not end.
    ['many spaces', `{{${' '.repeat(20_000)}`, `{{${' '.repeat(20_000)}`],
  ])('fills in a link: %s', async (_, text, expected) => {
    const { page } = await open({
      ...dashboard(
        'Board',
        timeseries('Memory [env:prod]', 'avg:mem{env:prod} by {kube_deployment}', {
          custom_links: [{ label: 'Open', link: `https://example.com/?${text}` }],
        }),
      ),
      template_variables: board.template_variables,
    });
    await page.getByRole('button', { name: /kube_deployment-1/ }).click();
    expect(await page.getByRole('menuitem').getAttribute('href')).toBe(`https://example.com/?${expected}`);
  });

  it('follows variables in titles, notes and texts, and offers saved views', async () => {
    const { page } = await open(
      {
        ...dashboard(
          'Board $env.value of $envoy',
          timeseries('Memory $env', 'avg:mem{env:prod}'),
          { type: 'note', content: 'See [$env.key](https://example.com/$env.value), $environment' },
          { type: 'free_text', text: '$env.value!' },
        ),
        template_variables: [...board.template_variables, { name: 'envoy', prefix: 'e', default: 'x' }],
        template_variable_presets: [
          { name: 'None' },
          { name: 'Other', template_variables: [{ name: 'env', values: ['qa'] }] },
        ],
      },
      { file: 'board-env-value-of-envoy.html' },
    );
    const shown = () => page.locator('h1, h2, .note p, .free-text').allTextContents();
    expect((await shown()).slice(0, 1)).toEqual(['Board prod of e:x']);
    expect(await page.getByLabel('Saved views').locator('option').allTextContents()).toEqual(['–', 'Other']);
    await page.getByLabel('Saved views').selectOption('Other');
    expect((await shown()).filter((text) => !text.startsWith('Exported'))).toEqual([
      'Board qa of e:x',
      'Memory env:qa',
      'See env, $environment',
      'qa!',
    ]);
    expect(await page.locator('.note a').getAttribute('href')).toBe('https://example.com/qa');
  });

  it('offers values that lines have where a variable has none', async () => {
    const { page } = await open(dashboard('Board'));
    expect(await page.getByLabel('$service').locator('option').allTextContents()).toEqual([
      '*',
      'service-1',
      'service-2',
      'service-3',
    ]);
  });

  it('is the index itself where it is the only one', async () => {
    const { page, problems } = await open(board, { file: 'index.html' });
    expect(await page.locator('h1').textContent()).toBe('Board');
    expect(await page.getByRole('link', { name: 'Dashboards' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('keeps the theme on the way to another page', async () => {
    const workplace = new Workplace({ 'a/1.json': board, 'a/2.json': { ...board, title: 'Other' } });
    workplace.run('preview', 'a', '--out', '.');
    const { page, problems } = await openUrl(pathToFileURL(`${workplace.path}/index.html`).href);
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await page.getByRole('button', { name: 'Light or dark' }).click();
    expect(await ground()).toBe('rgb(20, 25, 27)');
    await page.getByRole('link', { name: 'Other' }).click();
    expect(await ground()).toBe('rgb(20, 25, 27)');
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('link', { name: 'Dashboards' }).click();
    expect([await ground(), problems]).toEqual(['rgb(243, 244, 241)', []]);
  });

  it('says that a link follows a template variable at any value', async () => {
    const { page } = await open(board);
    await page.locator('.plot').first().click({ button: 'right' });
    const entry = page.getByRole('menuitem', { name: 'Set metric points' });
    const hint = '$env is *: what the page makes of it is not documented';
    expect(await entry.textContent()).not.toContain(hint);
    await page.keyboard.press('Escape');
    await page.selectOption('.variables select', '*');
    await page.locator('.plot').first().click({ button: 'right' });
    expect(await entry.textContent()).toContain(hint);
  });

  it('says which instances a link opens', async () => {
    const { path } = new Workplace({
      'running.yaml': '- { k8s_deployment: cart, env: prod }\n- env:staging\n',
    });
    const { page, problems } = await open(board, { argv: ['--instances', `${path}/running.yaml`] });
    await page.locator('.plot').first().click({ button: 'right' });
    const entry = page.getByRole('menuitem', { name: 'Set metric points' });
    expect(await entry.textContent()).toMatch(/opens 1: k8s_deployment:cart,env:prod$/);
    await page.keyboard.press('Escape');
    await page.locator('.findings summary').click();
    const rows = await page.locator('.findings li').allTextContents();
    expect(rows[0]).toContain('opens 1: k8s_deployment:cart,env:prod');
    expect(rows[1]).not.toContain('opens');
    expect(problems).toEqual([]);
  });

  it('opens it by keyboard as well, and gives the focus back', async () => {
    const { page } = await open(board);
    const button = page.getByRole('button', { name: 'Menu of Memory [env:prod]' });
    await button.focus();
    await page.keyboard.press('Enter');
    const href = await page.locator(':focus').getAttribute('href');
    expect(href).toBe('https://app.rookout.com/?labels=k8s_deployment%3Akube_deployment-1%2Cenv%3Aprod');
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu').count()).toBe(0);
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Menu of Memory [env:prod]');
  });

  it('opens the menu of each line of the legend', async () => {
    const { page } = await open(board);
    await page.getByRole('button', { name: /kube_deployment-3/ }).click();
    const href = await page.getByRole('menuitem').getAttribute('href');
    expect(href).toContain('kube_deployment-3');
  });

  it('opens the menu by a long press', async () => {
    const { page } = await open(board, { hasTouch: true });
    const touch = { pointerType: 'touch', clientX: 200, clientY: 250, bubbles: true };
    await page.locator('.plot').first().dispatchEvent('pointerdown', touch);
    await page.getByRole('menuitem', { name: 'Set metric points' }).waitFor();
  });
});
