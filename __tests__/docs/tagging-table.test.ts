import { readFileSync } from 'fs';
import { join } from 'path';
import { tagDashboard } from '../../lib/datadog/tagging/tag-dashboard';
import { taggingRules } from '../../lib/datadog/tagging/settings';
import { RookoutLabel } from '../../lib';

const ROWS = ['README.md', 'docs/tagging.md']
  .flatMap((path) => rowsIn(readFileSync(join(__dirname, '..', '..', path), 'utf8')))
  .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| *| *\|?$/g, '').trim()));

function rowsIn(text: string): string[] {
  const [, table] = /\| the graph's queries .*\n\|[ -|]*\n((?:\|.*\n)+)/.exec(text)!;
  return table.trim().split('\n');
}

const VARIABLES = ['service', 'env'].map((name) => ({ name, prefix: name, defaults: ['*'] }));

function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, code]) => code);
}

function graph(queries: string): any {
  const texts = codes(queries);
  const drawn = queries.includes('not drawn') ? texts.slice(0, 1) : texts;
  return {
    type: 'timeseries',
    title: 'Graph',
    requests: [
      {
        response_format: 'timeseries',
        queries: texts.map((query, index) => ({
          name: `query${index + 1}`,
          ...(queries.startsWith('logs')
            ? { data_source: 'logs', search: { query }, compute: { aggregation: 'count' } }
            : { data_source: 'metrics', query }),
        })),
        formulas: drawn.map((_, index) => ({ formula: `query${index + 1}` })),
      },
    ],
  };
}

it('there are rows in the table of what a graph opens', () => expect(ROWS.length).toBeGreaterThan(15));

it.each(ROWS)('%s: the title gets %s, the link opens %s', (queries, title, link) => {
  const board = { title: 'Board', template_variables: VARIABLES, widgets: [{ definition: graph(queries) }] };
  const { definition } = (tagDashboard(board, taggingRules({})).dashboard as any).widgets[0];
  const address = definition.custom_links?.[0].link;
  const opened = address === undefined ? [] : new URL(address).searchParams.get('labels')!.split(',');
  expect(opened).toEqual(codes(link));
  expect(RookoutLabel.inTitle(definition.title).map((label) => `[${label}]`)).toEqual(
    codes(title).flatMap((text) => text.match(/\[[^\]]*\]/g) ?? []),
  );
});
