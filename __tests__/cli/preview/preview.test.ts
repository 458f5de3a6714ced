import { join } from 'path';
import { dashboard, shop, tabbed } from '../support/dashboards';
import { Workplace } from '../support/command';
import { dataOf, modelOf } from '../support/pages';

describe('rookout-datadog preview', () => {
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
