import MarkdownIt from 'markdown-it';
import { changesBetween, wholeChange } from '../../lib/preview/changes';
import { en } from '../../lib/preview/locales/en';
import { changesMarkdown } from '../../lib/preview/markdown';
import { PageModel } from '../../lib/preview/model';
import { dashboard, group, timeseries } from '../cli/support/dashboards';

const memory = timeseries('Memory', 'avg:mem{*}');
const load = timeseries('Load', 'avg:load{*}');

const copyOf = (json: object) => JSON.parse(JSON.stringify(json));
const kindsOf = (before: any, after: any) =>
  changesBetween(before, after).map(({ kind, title, details }) => [kind, title, ...details]);

describe('the changes between two dashboards', () => {
  it('are none between equal ones, whatever Datadog sets itself', () => {
    const board = dashboard('Board', memory, group('Cart', load));
    const server = {
      id: 'x',
      modified_at: 'now',
      author_info: { author_name: null },
      deleted_at: null,
      experience_type: 'classic',
    };
    expect(changesBetween(board, { ...copyOf(board), ...server })).toEqual([]);
  });

  it('tell what is added and removed, in groups as well', () => {
    const before = dashboard('Board', memory, group('Cart'));
    const after = dashboard('Board', memory, group('Cart', load));
    expect(kindsOf(before, after)).toEqual([['added', 'Load']]);
    expect(kindsOf(after, before)).toEqual([['removed', 'Load']]);
  });

  it('tell what is retitled, changed and moved', () => {
    const before = dashboard('Board', memory, load);
    const retitled = dashboard('Board', { ...memory, title: 'Memory [env:prod]' }, load);
    expect(kindsOf(before, retitled)).toEqual([
      ['retitled', 'Memory [env:prod]', 'Memory → Memory [env:prod]'],
    ]);
    const changed = dashboard('Board', memory, { ...load, show_legend: false });
    expect(kindsOf(before, changed)).toEqual([['changed', 'Load', 'show_legend']]);
    const moved = copyOf(before);
    moved.widgets[1].layout.y = 7;
    expect(kindsOf(before, moved)).toEqual([['moved', 'Load', '6, 0 (6 × 2) → 6, 7 (6 × 2)']]);
  });

  it('know a widget that moves into a group', () => {
    const before = dashboard('Board', group('Cart'), load);
    const after = dashboard('Board', group('Cart', load));
    expect(kindsOf(before, after)).toEqual([['moved', 'Load', '6, 0 (6 × 2) → Cart: 0, 0 (4 × 2)']]);
  });

  it('take a renamed group for renamed, and nothing in it for moved', () => {
    const before = dashboard('Board', group('Cart', memory, load));
    const after = dashboard('Board', group('Carts', memory, load));
    expect(kindsOf(before, after)).toEqual([['retitled', 'Carts', 'Cart → Carts']]);
  });

  it('have the queries and the links before and after', () => {
    const link = (address: string) => ({ label: 'Set metric points', link: address });
    const withLinks = (query: string, ...custom_links: object[]) =>
      dashboard('Board', timeseries('Memory', query, { custom_links }));
    const [change] = changesBetween(
      withLinks('avg:mem{*}', link('/a'), { label: 'Gone', link: '/gone' }),
      withLinks('avg:mem{env:prod}', link('/b')),
    );
    expect(change.texts).toEqual([
      { pairs: [{ before: 'avg:mem{*}', after: 'avg:mem{env:prod}' }] },
      { link: 'Set metric points', pairs: [{ before: '/a', after: '/b' }] },
      { link: 'Gone', pairs: [{ before: '/gone', after: '' }] },
    ]);
    const [second] = changesBetween(
      withLinks('avg:mem{*}', link('/a'), link('/b')),
      withLinks('avg:mem{*}', link('/c'), link('/b')),
    );
    expect(second.texts).toEqual([{ link: 'Set metric points', pairs: [{ before: '/a', after: '/c' }] }]);
  });

  it('do not take a new widget before others for a change of all', () => {
    const note = { type: 'note', content: 'new' };
    const [first, second] = dashboard('Board', memory, load).widgets;
    const [added] = dashboard('Board', note).widgets;
    const before = { ...dashboard('Board'), widgets: [first, second] };
    expect(kindsOf(before, { ...before, widgets: [added, first, second] })).toEqual([['added', 'note']]);
  });

  it('are none in what only Terraform knows, by whatever number it goes', () => {
    const before = dashboard('Board', timeseries('terraform_value_1', 'avg:mem{*}'));
    const after = dashboard('Board', timeseries('terraform_value_7', 'avg:mem{*}'));
    expect(changesBetween(before, after)).toEqual([]);
  });

  it('are of the dashboard itself as well', () => {
    const board = dashboard('Board');
    expect(kindsOf(board, { ...board, title: 'Other', template_variables: [] })).toEqual([
      ['retitled', 'Other', 'Board → Other'],
      ['changed', 'Other', 'template_variables'],
    ]);
  });
});

describe('the comment for a pull request', () => {
  const model = {} as PageModel;

  it('has a summary, a line for each new dashboard, and a heading and lines for each that has changed', () => {
    const before = dashboard('Board', memory);
    const after = dashboard('Board', { ...timeseries('Memory', 'avg:mem{`x`}') }, load);
    const changes = changesBetween(before, after);
    const comment = changesMarkdown(
      [
        { title: 'Board', before: model, after: model, changes },
        { title: 'Same', before: model, after: model, changes: [] },
        { title: 'New', after: model, changes: [wholeChange('added', 'New')] },
      ],
      en,
    );
    expect(comment).toBe(
      [
        '**Dashboards: 2** · ➕ 2 added · ✏️ 1 changed',
        '',
        '- ➕ **New** added',
        '',
        '### Board',
        '',
        '- ➕ **Load** added',
        '- ✏️ **Memory** changed: requests',
        '  - Queries: `avg:mem{*}` → avg:mem\\{\\`x\\`\\}',
        '',
      ].join('\n'),
    );
    expect(changesMarkdown([], en)).toBe('Nothing has changed.\n');
  });

  it('names the queries of a widget once', () => {
    const drawing = (...metrics: string[]) => ({
      type: 'timeseries',
      title: 'Memory',
      requests: metrics.map((metric) => ({ q: `avg:${metric}{*}` })),
    });
    const changes = changesBetween(
      dashboard('Board', drawing('a', 'b')),
      dashboard('Board', drawing('c', 'd')),
    );
    expect(changesMarkdown([{ title: 'Board', before: model, after: model, changes }], en)).toContain(
      [
        '- ✏️ **Memory** changed: requests',
        '  - Queries:',
        '    - `avg:a{*}` → `avg:c{*}`',
        '    - `avg:b{*}` → `avg:d{*}`',
        '',
      ].join('\n'),
    );
  });

  it('is not longer than a comment may be, and counts what it leaves out', () => {
    const changes = changesBetween(dashboard('Board', memory), dashboard('Board', memory, load));
    const boards = Array.from({ length: 3000 }, () => ({
      title: 'Board',
      before: model,
      after: model,
      changes,
    }));
    const comment = changesMarkdown(boards, en);
    const shown = comment.match(/^- /gm)!.length;
    expect(comment.length).toBeLessThan(65_536);
    expect(comment.slice(-100)).toMatch(
      new RegExp(
        `\\n- ➕ \\*\\*Load\\*\\* added\\n(\\n### Board\\n)?\\n+And ${3000 - shown} more changes\\.\\n$`,
      ),
    );
  });

  it('leaves out a change that is longer than a comment', () => {
    const long = { kind: 'added' as const, title: 'x'.repeat(70_000), details: [], texts: [] };
    const board = { title: 'Board', before: model, after: model, changes: [long] };
    const summary = '**Dashboards: 1** · ➕ 1 added';
    expect(changesMarkdown([board], en)).toBe(`${summary}\n\n### Board\n\n\nAnd 1 more changes.\n`);
    expect(changesMarkdown([{ ...board, title: long.title }], en)).toBe('\n\nAnd 1 more changes.\n');
  });

  it('takes nothing in a title for markdown', () => {
    const title = '<img src=x> ![a](https://evil.example) @team\n# `x` [k:v]';
    const changes = [{ kind: 'added' as const, title, details: [], texts: [] }];
    const [summary, ...lines] = changesMarkdown(
      [{ title: 'Board', before: model, after: model, changes }],
      en,
    ).split('\n');
    const comment = lines.join('\n');
    expect(summary).toBe('**Dashboards: 1** · ➕ 1 added');
    expect(comment).not.toMatch(/[^\\][[\]`<>]|@team|https:\/\//);
    expect(comment.split('\n')).toHaveLength(5);
  });

  it.each([
    'a & b < c > d',
    '&lt; &#38; &amp;',
    '<b>x</b>',
    'www.example.com and WWW.example.com',
    'see https://example.com, http://example.com',
    'C:\\temp\\*.json',
    '#1 ~~x~~ __y__ |z|',
    '1. one',
    'env:prod!',
  ])('shows a title as it is: %s', (title) => {
    const changes = [{ kind: 'added' as const, title, details: [title], texts: [] }];
    const comment = changesMarkdown([{ title: 'Board', before: model, after: model, changes }], en);
    // Written as GitHub reads it: HTML is HTML, and addresses become links.
    const html = new MarkdownIt({ html: true, linkify: true }).render(comment);
    const escaped = title.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);
    expect(html.replaceAll('\u200b', '')).toBe(
      '<p><strong>Dashboards: 1</strong> · ➕ 1 added</p>\n' +
        `<h3>Board</h3>\n<ul>\n<li>➕ <strong>${escaped}</strong> added: ${escaped}</li>\n</ul>\n`,
    );
  });
});
