import { chmodSync } from 'fs';
import { join } from 'path';
import { itOnPosix } from '../../support/posix';
import { dashboard, shop, tabbed } from '../support/dashboards';
import { Workplace } from '../support/command';
import { dataOf, modelOf } from '../support/pages';

describe('rookout-datadog preview', () => {
  it('shows expressions of Terraform by their names, long ones shortened', () => {
    const title = 'Board ${upper(var.env)}';
    const graph = 'CPU ${var.teams["cart"].name} ${upper(var.env)} ${upper(var.team)}';
    const workplace = new Workplace({
      'main.tf': `resource "datadog_dashboard" "main" {
        title       = "${title}"
        layout_type = "ordered"
        widget {
          timeseries_definition {
            title = "${graph}"
            request {
              q = "avg:cpu{kube_deployment:cart}"
            }
          }
        }
      }`,
    });
    const { stdout } = workplace.run('preview', 'main.tf', '--out', 'pages');
    expect(workplace.list('pages')).toContain('board-upper.html');
    const page = workplace.read('pages/board-upper.html');
    expect(page).toContain('Board ${upper…}');
    expect(page).toContain('CPU ${var.teams.cart.name} ${upper…} ${upper…2}');
    expect(stdout + page).not.toContain('expression_');
  });

  it('names a page by a long title without cutting a character in half', () => {
    const workplace = new Workplace({ 'a.json': dashboard(`${'a'.repeat(59)}\u{20000}`) });
    const { code, stderr } = workplace.run('preview', 'a.json', '--out', 'out');
    expect([code, stderr]).toEqual([0, '']);
    expect(workplace.list('out')).toEqual([`${'a'.repeat(59)}\u{20000}.html`, 'index.html']);
  });

  it('writes a page for each dashboard, and an index', () => {
    const workplace = new Workplace({ 'a/shop.json': shop(), 'a/tabs.json': tabbed() });
    expect(workplace.run('preview', 'a', '--out', 'public/pages')).toEqual({
      code: 0,
      stdout: `2 dashboards: ${join('public', 'pages', 'index.html')}\n`,
      stderr: '',
    });
    expect(workplace.list('public/pages')).toEqual(['index.html', 'online-boutique.html', 'tabbed.html']);
    const index = workplace.read('public/pages/index.html');
    expect(index).toContain('<a href="online-boutique.html">Online Boutique</a>');
    expect(index).toContain('a/shop.json');
  });

  it('tells of each graph what check finds', () => {
    const workplace = new Workplace({ 'shop.json': shop() });
    workplace.run('preview', 'shop.json', '--out', '.');
    const { graphs } = modelOf(workplace, 'online-boutique.html');
    expect(graphs.map(({ title, possible, reason }) => [title, possible, reason])).toEqual([
      ['Memory', ['k8s_deployment:cartservice', 'env:prod'], ''],
      ['Everything', [], 'queries name no instances'],
      ['Errors', ['service:checkoutservice'], 'wider: status:error'],
      ['Latency', ['service:frontend'], ''],
      ['Hits', [], 'instances follow a template variable'],
      ['Traces', [], expect.stringContaining('What a query of "traces" shows')],
    ]);
    const found = JSON.parse(workplace.run('check', 'shop.json', '--format', 'json').stdout).findings;
    const shown = graphs.flatMap(({ path, findings }) =>
      findings.map(({ rule, level, message }) => ({ rule, level, widget: path, message })),
    );
    expect(shown).toEqual(
      found.map(({ rule, level, widget, message }: any) => ({ rule, level, widget, message })),
    );
  });

  it('gives dashboards of one title pages of their own', () => {
    const workplace = new Workplace({ 'a/1.json': shop(), 'a/2.json': shop() });
    workplace.run('preview', 'a', '--out', 'out');
    expect(workplace.list('out')).toEqual(['index.html', 'online-boutique-2.html', 'online-boutique.html']);
  });

  it('draws a value with fewer than no decimals', () => {
    const value = { type: 'query_value', precision: -5, requests: [{ q: 'avg:mem{*}' }] };
    const workplace = new Workplace({ 'a.json': dashboard('A', value) });
    workplace.run('preview', 'a.json', '--out', 'out');
    expect(workplace.read('out/a.html')).toContain('"precision":0');
  });

  it.each(['index.html', 'online-boutique.html'])('leaves a file that is not its own: %s', (name) => {
    const workplace = new Workplace({ 'a.json': shop(), [`public/${name}`]: '<html>mine</html>' });
    expect(workplace.run('preview', 'a.json', '--out', 'public')).toEqual({
      code: 1,
      stdout: '',
      stderr: `${join('public', name)}: is there already, and is no page of a preview. Nothing has been written. Name another directory: --out <dir>\n`,
    });
    expect(workplace.list('public')).toEqual([name]);
    expect(workplace.read(`public/${name}`)).toBe('<html>mine</html>');
  });

  it('writes over its own pages', () => {
    const workplace = new Workplace({ 'a.json': shop() });
    for (const _ of [1, 2]) expect(workplace.run('preview', 'a.json', '--out', '.').code).toBe(0);
  });

  describe('pictures', () => {
    /** Stands for a browser: it takes pictures of all pages but those whose title is "Broken". */
    const browser = (height: number) => `#!/bin/sh
for all; do case $all in --screenshot=*) picture=\${all#--screenshot=};; file:*) page=\${all#file://};; esac; done
grep -q '<title>Broken' "\${page%#picture}" && exit 1
[ -n "$picture" ] && echo PNG > "$picture" || echo '<html data-height="${height}">'
`;

    function pictures(height: number, ...dashboards: any[]) {
      const workplace = new Workplace({ browser: browser(height) });
      dashboards.forEach((one, index) => workplace.write(`boards/${index}.json`, one));
      chmodSync(join(workplace.path, 'browser'), 0o755);
      process.env.CHROMIUM = join(workplace.path, 'browser');
      const ran = workplace.run('preview', 'boards', '--format', 'png', '--out', 'out');
      delete process.env.CHROMIUM;
      return { ...ran, files: workplace.list('out'), browser: join(workplace.path, 'browser') };
    }

    itOnPosix('are taken of the others where one can not be taken', () => {
      const { code, stderr, files, browser } = pictures(1200, dashboard('Broken'), dashboard('Fine'));
      expect([code, stderr]).toEqual([
        1,
        `out/broken.html: ${browser} does not tell how high the page is, so there is no picture of it\n`,
      ]);
      expect(files).toEqual(['broken.html', 'fine.html', 'fine.png', 'index.html']);
    });

    itOnPosix('tell where they end before the page does', () => {
      const { code, stderr } = pictures(20_000, dashboard('Fine'));
      expect([code, stderr]).toEqual([
        0,
        'out/fine.html: note: is 20000 pixels high, and its picture ends after 16000\n',
      ]);
    });
  });

  it('goes on where one can not be read, and says so', () => {
    const workplace = new Workplace({ 'a/1.json': '{"widgets": [', 'a/2.json': shop() });
    const { code, stdout, stderr } = workplace.run('preview', 'a', '--out', 'out');
    expect([code, stdout]).toEqual([1, `1 dashboard: ${join('out', 'index.html')}\n`]);
    expect(stderr).toContain('1.json:1:');
  });

  it('speaks the language that is asked for', () => {
    const workplace = new Workplace({ 'shop.json': shop() });
    workplace.run('preview', 'shop.json', '--out', '.', '--locale', 'fr');
    expect(workplace.read('online-boutique.html')).toContain('<html lang="fr">');
    expect(dataOf(workplace, 'online-boutique.html').words.findings).toBe("Filtres d'étiquette");
  });

  it.each([
    [['--synth', 'true'], "option '--synth': it is for --watch. Add that, or leave it out"],
    [['--port', '80'], "option '--port': it is for --watch. Add that, or leave it out"],
    [
      ['--watch', '--against', 'a.json'],
      "option '--against': it is not for --watch. Leave one of the two out",
    ],
    [['--watch', '--format', 'png'], "option '--format': it is not for --watch. Leave one of the two out"],
  ])('refuses what it would pass over: %j', (options, message) => {
    const { code, stderr } = new Workplace({ 'a.json': shop() }).run('preview', 'a.json', ...options);
    expect([code, stderr]).toEqual([2, `error: ${message}\n`]);
  });

  it('refuses a language that it does not have', () => {
    const place = new Workplace({ 'shop.json': shop() });
    const { code, stderr } = place.run('preview', 'shop.json', '--locale', 'xx');
    expect([code, place.list()]).toEqual([2, ['shop.json']]);
    expect(stderr).toContain('Allowed choices are en, fr, es, ja');
  });
});
