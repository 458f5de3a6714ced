import { dashboard, timeseries } from '../cli/support/dashboards';
import { describeInBrowser, spread } from './support/browser';

/** Texts that run something, or load something, on a page that takes them for more than text. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<img src="https://evil.example/pixel.png">',
  '<style>@import "https://evil.example/a.css";*{background:url(https://evil.example/b.png)}</style>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox(1))',
  '[x](</\\evil.example>)',
  '/\\evil.example',
  '/\t/evil.example',
  '![x](https://evil.example/note.png)',
  '<https://evil.example/"onmouseover=alert(1)>',
  '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form action="https://evil.example"><button autofocus onfocus=alert(1)>x</button></form>',
  '<details open ontoggle=alert(1)>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '\u2028alert(1)\u2029',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '__proto__',
];

/** A dashboard with the text wherever text stands. */
function hostile(text: string): object {
  const link = [{ label: text, link: text }];
  const graph = timeseries(`${text} [service:cart]`, `avg:${text}{*} by {${text}}`, {
    custom_links: [...link, { label: text, link: `https://rookout.example/?labels=${text}` }],
    markers: [{ value: 'y = 5', label: text }],
    yaxis: { label: text },
  });
  const definitions = [
    graph,
    { type: 'note', content: text, background_color: text },
    { type: 'free_text', text, color: text, font_size: text },
    { type: 'image', url: text },
    { type: text, title: text },
    {
      type: 'group',
      title: text,
      background_color: text,
      layout_type: 'ordered',
      widgets: [{ definition: graph }],
    },
    { type: 'query_table', title: text, requests: [{ q: text }] },
    { type: 'list_stream', requests: [{ columns: [{ field: text }], query: { query_string: text } }] },
    { type: 'embedded_app', app_id: text, title: text },
    { type: 'query_value', custom_unit: text, precision: text, requests: [{ q: text }] },
  ];
  return {
    ...spread(dashboard(text, ...definitions)),
    title: 'Board',
    description: text,
    template_variables: [{ name: text, prefix: text, defaults: [text], available_values: [text] }],
    tabs: [{ name: text, widget_ids: definitions.map((_, index) => `@${index + 1}`) }],
  };
}

describeInBrowser('a page of hostile text', (open) => {
  it.each(PAYLOADS)('runs and loads nothing: %s', async (payload) => {
    const { page, problems } = await open(hostile(payload));
    await page.getByRole('tab').first().click();
    await page.locator('summary').first().click();
    for (const button of await page.locator('.menu-button').all()) {
      await button.click();
      await page.keyboard.press('Escape');
    }
    await page.locator('.widget').first().hover();
    expect(problems).toEqual([]);
    const addresses = await page
      .locator('[href], [src], [action]')
      .evaluateAll((elements) =>
        elements.flatMap((element) =>
          ['href', 'src', 'action'].flatMap((name) => (element.getAttribute(name) ?? []) as string[]),
        ),
      );
    expect(addresses.filter((address) => !/^(https?:|\/(?![\/\\\s])|index\.html$)/.test(address))).toEqual(
      [],
    );
    expect(await page.locator('body :is(iframe, form, img, svg, math, base, style, meta)').count()).toBe(0);
  });

  it('is refused by the policy where it would run all the same', async () => {
    const { page, problems } = await open(dashboard('Board'));
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">');
    }`);
    await page.waitForTimeout(100);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(problems.filter((problem) => problem.includes('Content Security Policy'))).toHaveLength(3);
  });

  it('loads images if it is asked to', async () => {
    const board = dashboard('Board', { type: 'image', url: 'https://images.example/logo.png' });
    const { problems } = await open(board, { argv: ['--images'], offline: true });
    expect(problems.join('\n')).toContain('a request: https://images.example/logo.png');
  });
});
