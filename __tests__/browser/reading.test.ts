import { readFileSync } from 'fs';
import { dashboard, free, group, logs, tabbed, timeseries } from '../cli/support/dashboards';
import { describeInBrowser, OpenedPage, spread } from './support/browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, each with the first element that it is about. */
async function violations({ page }: OpenedPage): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes: [{ html }] }) => id + ': ' + html))`);
}

const request = { q: 'avg:mem{service:cart} by {host}' };

function formatted(type: string, palette: string): object {
  const conditional_formats = [{ comparator: '>', value: 0, palette }];
  return { type, title: palette, description: 'Why', requests: [{ ...request, conditional_formats }] };
}

/** A widget of each kind that is drawn in a way of its own. */
const every = spread(
  dashboard(
    'Board',
    timeseries('Memory [service:cart]', 'avg:mem{service:cart} by {host}', {
      custom_links: [{ label: 'Set metric points', link: 'https://app.rookout.com/' }],
      markers: [{ value: 'y = 50', label: 'limit', display_type: 'warning dashed' }],
    }),
    group('Cart', logs('Errors', 'service:cart'), {
      type: 'note',
      content: '# Runbook\n\n[here](https://example.com)',
    }),
    ...[
      'query_value',
      'toplist',
      'sunburst',
      'treemap',
      'heatmap',
      'change',
      'query_table',
      'geomap',
      'list_stream',
      'slo',
    ].map((type) => ({ type, title: type, requests: [request] })),
    ...['red', 'yellow', 'green', 'blue', 'gray'].flatMap((color) => [
      formatted('query_value', `white_on_${color}`),
      formatted('toplist', `white_on_${color}`),
      formatted('toplist', `${color}_on_white`),
      formatted('query_table', `black_on_light_${color}`),
      { type: 'note', content: `A [${color}](https://example.com) note`, background_color: color },
    ]),
    ...['orange', 'pink', 'purple'].map((background_color) => ({
      type: 'note',
      content: '[A note](https://example.com)',
      background_color,
    })),
    { type: 'free_text', text: 'Rookout', color: '#6915F0' },
    { type: 'image', url: 'https://example.com/logo.png' },
    {
      type: 'custom',
      app_id: 'a82a4f89-0690-48cf-bad0-9603fb652f44',
      custom_widget_key: 'Rookout',
      title: '',
    },
    { type: 'no_such_kind', title: 'New' },
  ),
);

describeInBrowser('a page', (open) => {
  it.each([
    ['light', 390],
    ['dark', 390],
    ['light', 1280],
    ['dark', 1280],
    ['dark', 2560],
  ] as const)('can be read by everyone: %s, %d wide', async (colorScheme, width) => {
    const opened = await open(every, { colorScheme, viewport: { width, height: 900 } });
    await opened.page.locator('summary').first().click();
    expect(await violations(opened)).toEqual([]);
    await opened.page.locator('.menu-button').first().click();
    expect(await violations(opened)).toEqual([]);
    expect(opened.problems).toEqual([]);
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('says that its data is a sample', async () => {
    const { page } = await open(every);
    expect(await page.locator('.sample').textContent()).toContain('The data is a sample');
  });

  it('tells of kinds that it does not know, with type and queries of those that it does not draw', async () => {
    const { page } = await open(every);
    expect(await page.getByText('does not know this kind').count()).toBe(1);
    const map = page.locator('.widget', { hasText: 'geomap' }).last();
    expect(await map.textContent()).toContain('avg:mem{service:cart} by {host}');
  });

  it('shows a table of metric points for the custom widget', async () => {
    const { page } = await open(every);
    expect(await page.locator('td', { hasText: 'cart.py:42' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('columnheader', { name: 'Hits' }).count()).toBe(1);
  });

  it('keeps the words of a table whole beside long ones', async () => {
    const q =
      'sum:kubernetes_state.deployment.replicas{*} by {kube_cluster_name,kube_namespace,kube_deployment}';
    const definition = { type: 'change', title: 'Replicas', requests: [{ q }] };
    const widgets = [{ definition, layout: { x: 0, y: 0, width: 3, height: 3 } }];
    const { page } = await open({ ...dashboard('Board'), widgets });
    const heading = page.getByRole('columnheader', { name: 'Change' });
    expect((await heading.boundingBox())!.height).toBeLessThan(30);
  });

  it('collapses groups, and moves up what is below them', async () => {
    const at = (definition: object, y: number, height: number) => ({
      definition,
      layout: { x: 0, y, width: 12, height },
    });
    const widgets = [at(group('Cart', logs('Errors', 'a:b')), 0, 4), at(logs('Below', 'a:b'), 4, 2)];
    const opened = await open({ ...dashboard('Board'), widgets });
    const top = async () => (await opened.page.locator('[data-path="widgets[1]"]').boundingBox())!.y;
    const before = await top();
    const button = opened.page.getByRole('button', { name: 'Cart', exact: true });
    await button.click();
    expect(await opened.page.getByRole('heading', { name: 'Errors' }).isVisible()).toBe(false);
    expect(before - (await top())).toBe(3 * 60);
    expect(await violations(opened)).toEqual([]);
    await button.press('Enter');
    expect([await button.getAttribute('aria-expanded'), await top()]).toEqual(['true', before]);
  });

  it('shows what stands in a dashboard beside titles: descriptions, colors, hidden titles', async () => {
    const { page } = await open(
      dashboard(
        'Board',
        { ...(formatted('query_value', 'white_on_red') as object), title: 'Red' },
        { type: 'note', content: 'Yellow', background_color: 'yellow' },
        { ...group('Hidden', logs('Errors', 'a:b')), show_title: false },
        { type: 'sunburst', title: 'Ring', requests: [request] },
      ),
    );
    const colorOf = (selector: string) =>
      page.locator(selector).evaluate((element: any) => getComputedStyle(element).backgroundColor);
    expect(await colorOf('.value')).toBe('rgb(179, 38, 30)');
    expect(await colorOf('.note-yellow')).toBe('rgb(255, 248, 214)');
    expect(await page.getByText('Hidden', { exact: true }).count()).toBe(0);
    expect(await page.locator('.pie .ring').count()).toBe(1);
    await page.getByRole('button', { name: 'Why' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('Why');
  });

  it('shows big numbers whole in low widgets, and leaves no row to a title that is hidden', async () => {
    const low = { x: 0, y: 0, width: 2, height: 1 };
    const value = { type: 'query_value', title: 'Pods', custom_unit: 'pods', requests: [{ q: 'avg:a{*}' }] };
    const hidden = { ...group('Hidden', logs('Errors', 'a:b')), show_title: false };
    const { page } = await open({
      ...dashboard('Board'),
      widgets: [
        { definition: value, layout: low },
        { definition: hidden, layout: { x: 4, y: 0, width: 4, height: 3 } },
      ],
    });
    const boxOf = async (selector: string) => (await page.locator(selector).boundingBox())!;
    const [widget, figure] = [await boxOf('[data-path="widgets[0]"]'), await boxOf('.figure')];
    expect(figure.y + figure.height).toBeLessThanOrEqual(widget.y + widget.height);
    const inside = await boxOf('[data-path="widgets[1].definition.widgets[0]"]');
    expect(inside).toMatchObject({ y: widget.y, height: 3 * 52 + 2 * 8 });
  });

  it('links the images of notes, which it does not load', async () => {
    const content = '![Logo <b>](https://images.example/logo.png), ![](https://images.example/b.png)';
    const { page, problems } = await open(dashboard('Board', { type: 'note', content }));
    expect(await page.locator('.widget .note p').textContent()).toBe(
      'Logo <b>, https://images.example/b.png',
    );
    const links = await page
      .locator('.widget .note a')
      .evaluateAll((all: any) => all.map(({ href }: any) => href));
    expect([links, problems]).toEqual([
      ['https://images.example/logo.png', 'https://images.example/b.png'],
      [],
    ]);
  });

  it('shows an image that stands in the dashboard, and the times of a list where its times are', async () => {
    const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const columns = ['status_line', 'timestamp', 'content'].map((field) => ({ field }));
    const { page, problems } = await open(
      dashboard('Board', { type: 'image', url }, { type: 'list_stream', requests: [{ columns }] }),
    );
    expect(await page.locator('img').evaluate((image: any) => image.naturalWidth)).toBe(1);
    expect(await page.locator('tr').nth(1).locator('td').allTextContents()).toEqual([
      'Sample row 1',
      '12:01',
      'Sample row 1',
    ]);
    expect(problems.filter((problem) => !problem.includes(url))).toEqual([]);
  });

  describe('whatever stands in a dashboard', () => {
    const long = 'w'.repeat(200);
    const at = (definition: object, y: number, height: number) => ({
      definition,
      layout: { x: 0, y, width: 4, height },
    });
    const odd = {
      ...dashboard('Board'),
      description: long,
      template_variables: [{ name: 'v'.repeat(100), prefix: 'v', defaults: [long] }],
      widgets: [
        at(
          timeseries(`${long} [service:${long.slice(0, 90)}]`, `avg:a{service:${long.slice(0, 90)}}`, {
            description: long,
          }),
          0,
          1,
        ),
        at({ type: 'timeseries', title: 'Without requests' }, 1, 2),
        at(
          { type: 'query_value', show_title: false, custom_unit: long, requests: [{ q: 'avg:a{*}' }] },
          3,
          1,
        ),
        at({ type: '', title: '' }, 4, 1),
        at(group(''), 5, 0),
        at(
          { type: 'note', content: `\`\`\`\n${long}\n\`\`\`\n\n[${long}](https://example.com/${long})` },
          6,
          2,
        ),
        at({ type: 'note', content: 'عربة\n- عنصر' }, 8, 2),
      ],
      tabs: [{ name: long, widget_ids: [1, 2, 3, 4, 5, 6, 7].map((number) => `@${number}`) }],
    };

    it('can be read by everyone', async () => {
      expect(await violations(await open(odd))).toEqual([]);
    });

    it.each([320, 1280])('fits a screen of %d pixels', async (width) => {
      const { page, problems } = await open(odd, { viewport: { width, height: 900 } });
      const wide = () => page.evaluate('document.documentElement.scrollWidth');
      expect(await wide()).toBe(width);
      await page.locator('summary').first().click();
      expect(await wide()).toBe(width);
      await page.locator('.menu-button').first().click();
      const hidden = (menu: any) => menu.scrollWidth - menu.clientWidth;
      expect(await page.locator('.menu').evaluate(hidden)).toBe(0);
      expect(problems).toEqual([]);
    });

    it('has no level of headings without the one above, also in a group without a title', async () => {
      const hidden = { ...group('Hidden', logs('Errors', 'a:b')), show_title: false };
      const opened = await open(dashboard('Board', hidden, group('Shown', logs('Errors', 'a:b'))));
      expect(await violations(opened)).toEqual([]);
      expect(await opened.page.locator('h3').allTextContents()).toEqual(['Errors']);
    });

    it('runs from right to left where its text does', async () => {
      const { page } = await open(odd);
      const direction = (text: string) =>
        page
          .locator('.widget .note', { hasText: text })
          .evaluate((note: any) => getComputedStyle(note).direction);
      expect([await direction('عربة'), await direction('www')]).toEqual(['rtl', 'ltr']);
    });

    it('is a line without axes and legend in a chart of one row', async () => {
      const { page } = await open(odd);
      const [widget] = await page.locator('[data-path="widgets[0]"]').all();
      const chart = (await widget.locator('.plot canvas').boundingBox())!;
      const { y, height } = (await widget.boundingBox())!;
      expect(chart.y + chart.height).toBeLessThanOrEqual(y + height);
      expect(chart.height).toBeGreaterThan(10);
      expect(await widget.locator('.legend').isVisible()).toBe(false);
    });
  });

  it('colors by the first format that holds', async () => {
    const formats = [
      { comparator: '<', value: 0, palette: 'white_on_red' },
      { comparator: '>=', value: '10', palette: 'green_on_white' },
      { comparator: '>', value: 0, palette: 'white_on_yellow' },
    ];
    const queries = [{ name: 'a', data_source: 'metrics', query: 'avg:a{*}' }];
    const formulas = [{ formula: 'a', conditional_formats: formats }];
    const { page } = await open(
      dashboard('Board', { type: 'query_value', requests: [{ queries, formulas }] }),
    );
    expect(await page.locator('.value').getAttribute('class')).toBe('value format-text format-green');
  });

  it('wraps a table with many columns on a phone', async () => {
    const q = 'avg:mem{*} by {kube_cluster_name,kube_namespace,kube_deployment,pod_name}';
    const { page } = await open(
      dashboard('Board', { type: 'query_table', title: 'Pods', requests: [{ q }] }),
      {
        viewport: { width: 390, height: 900 },
      },
    );
    const size = await page
      .locator('.scroll')
      .evaluate((table: any) => [table.scrollWidth, table.clientWidth]);
    expect(size[0]).toBe(size[1]);
    const cells = await page.locator('tr').nth(1).locator('td').all();
    const tops = await Promise.all(cells.map(async (cell) => (await cell.boundingBox())!.y));
    expect([cells.length, new Set(tops).size]).toEqual([5, 5]);
  });

  it('speaks French', async () => {
    const { page } = await open(every, { argv: ['--locale', 'fr'] });
    expect(await page.locator('.sample').textContent()).toContain('Les données sont un exemple');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  it('follows the colors of the system, and the button', async () => {
    const { page } = await open(every, { colorScheme: 'dark' });
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    const light = await ground();
    expect([dark, light]).toEqual(['rgb(20, 25, 27)', 'rgb(243, 244, 241)']);
  });

  it('switches tabs by mouse and keyboard', async () => {
    const board = dashboard('Board', timeseries('One', 'avg:a{*}'), timeseries('Two', 'avg:b{*}'));
    const tabs = [1, 2].map((number) => ({ name: `Tab ${number}`, widget_ids: [`@${number}`] }));
    const opened = await open({ ...board, tabs });
    const titles = () => opened.page.locator('.widget h2:visible').allTextContents();
    expect(await titles()).toEqual(['One']);
    await opened.page.getByRole('tab', { name: 'Tab 2' }).click();
    expect(await titles()).toEqual(['Two']);
    await opened.page.keyboard.press('ArrowRight');
    expect(await titles()).toEqual(['One']);
    expect(await violations(opened)).toEqual([]);
    expect(await violations(await open({ ...tabbed(), title: 'Board' }))).toEqual([]);
  });

  it('puts widgets of a free layout where they are', async () => {
    const { page } = await open({ ...free(), title: 'Board' });
    const canvas = (await page.locator('.canvas').boundingBox())!;
    const widget = (await page.locator('.widget').boundingBox())!;
    expect((widget.x - canvas.x) / canvas.width).toBeCloseTo(3 / 50, 2);
    expect(widget.width / canvas.width).toBeCloseTo(47 / 50, 2);
  });

  it('prints all charts, those of other tabs as well', async () => {
    const graphs = Array.from({ length: 60 }, (_, index) => timeseries(`Graph ${index}`, 'avg:a{*}'));
    const half = (from: number) => graphs.slice(from, from + 30).map((_, index) => `@${from + index + 1}`);
    const tabs = [
      { name: 'One', widget_ids: half(0) },
      { name: 'Two', widget_ids: half(30) },
    ];
    const { page } = await open({ ...spread(dashboard('Board', ...graphs)), tabs }, { colorScheme: 'dark' });
    const drawn = () => page.locator('.plot canvas').count();
    expect(await drawn()).toBeLessThan(30);
    await page.pdf();
    expect(await drawn()).toBe(60);
    expect(await page.evaluate('document.documentElement.className')).toBe('');
  });

  it.each(['print', 'picture'])('cuts nothing in a %s, where nobody can scroll or click', async (kind) => {
    const long = 'What this graph shows, and what to do. '.repeat(30);
    const columns = Array.from({ length: 6 }, (_, index) => ({ field: `a_long_name_of_column_${index}` }));
    const board = spread(
      dashboard(
        'Board',
        { type: 'note', content: long },
        timeseries(long.slice(0, 120), `avg:${'name'.repeat(20)}{*} by {pod_name}`),
        { type: 'list_stream', title: 'Logs', requests: [{ columns }] },
        { type: 'query_value', title: long.slice(0, 90), requests: [{ q: 'avg:a{*}' }] },
      ),
    );
    const { page } = await open(board);
    if (kind === 'picture') await page.goto(`${page.url()}#picture`);
    if (kind === 'picture') await page.reload();
    else await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const cut = page
      .locator('.widget, .note, .legend, .scroll, h2')
      .evaluateAll((all: any) => all.filter((one: any) => one.scrollHeight > one.clientHeight + 1).length);
    expect(await cut).toBe(0);
    expect(await page.locator('.menu-button:visible, .hint:visible').count()).toBe(0);
  });

  it('draws charts when they are seen', async () => {
    const graphs = Array.from({ length: 500 }, (_, index) => timeseries(`Graph ${index}`, 'avg:a{*}'));
    const { page } = await open(spread(dashboard('Board', ...graphs)));
    const drawn = () => page.locator('.plot canvas').count();
    expect(await drawn()).toBeLessThan(60);
    await page.locator('[data-path="widgets[499]"]').scrollIntoViewIfNeeded();
    await page.locator('[data-path="widgets[499]"] canvas').waitFor();
    expect(await drawn()).toBeLessThan(120);
  });
});
