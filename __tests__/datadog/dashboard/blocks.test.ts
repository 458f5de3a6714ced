import { dashboardOfBlocks } from '../../../lib/datadog/dashboard/blocks';
import { pageModel } from '../../../lib/preview/page-model';
import { textsOfTemplates } from '../../../lib/terraform/template';

/** A typed dashboard as CDKTF synthesizes it: some blocks as objects, some in lists. */
const BODY = {
  title: 'Shop',
  layout_type: 'ordered',
  template_variable: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
  widget: [
    {
      timeseries_definition: {
        title: 'Memory $${x}',
        show_legend: true,
        custom_link: [{ label: 'Set metric points', link: 'https://app.rookout.com/' }],
        marker: [{ value: 'y = 5', display_type: 'error dashed' }],
        request: [
          {
            display_type: 'bars',
            formula: [{ formula_expression: 'query1', alias: 'used' }],
            query: [{ metric_query: { name: 'query1', query: 'avg:mem{env:prod} by {host}' } }],
          },
        ],
        yaxis: { label: 'bytes' },
      },
      widget_layout: { x: 2, y: 1, width: 4, height: 3 },
    },
    {
      group_definition: {
        title: '${var.team}',
        layout_type: 'ordered',
        widget: [{ note_definition: { content: 'Hello' } }],
      },
    },
  ],
};

describe('the page of a typed dashboard', () => {
  it('is that of the same dashboard in JSON', () => {
    const { title, variables, widgets } = pageModel(dashboardOfBlocks(BODY, textsOfTemplates()), {
      graphs: [],
      app: () => undefined,
    });
    expect([title, variables]).toEqual(['Shop', [{ name: 'env', key: 'env', values: ['prod', '*'] }]]);
    expect(widgets[0]).toMatchObject({
      title: 'Memory ${x}',
      at: { x: 2, y: 1, width: 4, height: 3 },
      links: [{ label: 'Set metric points', address: 'https://app.rookout.com/' }],
      shows: {
        kind: 'chart',
        series: [{ name: 'used', tags: ['host'], as: 'bars' }],
        markers: [{ values: [5], level: 'error' }],
        axis: { label: 'bytes' },
      },
    });
    expect(widgets[1]).toMatchObject({
      title: '${…}',
      shows: { kind: 'group', widgets: [{ type: 'note', shows: { kind: 'note', markdown: 'Hello' } }] },
    });
  });

  it('has the searches of the older log queries', () => {
    const request = {
      log_query: [{ search_query: 'service:cart', compute_query: { aggregation: 'count' } }],
    };
    const { widgets } = dashboardOfBlocks(
      { widget: [{ timeseries_definition: { request } }] },
      textsOfTemplates(),
    );
    expect(widgets).toMatchObject([
      { definition: { requests: [{ log_query: { search: { query: 'service:cart' } } }] } },
    ]);
  });

  it('takes what is not set for that, as plans and states write it', () => {
    const query = {
      metric_query: null,
      event_query: [],
      process_query: [{ metric: 'a', limit: 0, name: 'a' }],
    };
    const request = [{ q: '', display_type: null, formula: [], log_query: [], query: [query] }];
    const block = {
      timeseries_definition: [{ title: 'A', custom_link: [], request }],
      toplist_definition: [],
    };
    const { widgets } = dashboardOfBlocks({ id: null, widget: [block] }, textsOfTemplates());
    expect(widgets).toEqual([
      {
        definition: {
          type: 'timeseries',
          title: 'A',
          requests: [{ queries: [{ metric: 'a', name: 'a' }] }],
        },
      },
    ]);
  });
});
