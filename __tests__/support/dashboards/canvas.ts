import { at, Json } from './parts';

/** A dashboard of the older kind: a free canvas, requests with `q` and `log_query`, and nulls. */
export const CANVAS: Json = {
  title: 'Shop canvas',
  description: null,
  widgets: [
    {
      id: 0,
      definition: { type: 'image', url: '/static/images/shop.svg', sizing: 'fit' },
      layout: at(0, 0, 20, 10),
    },
    {
      id: 1,
      definition: {
        type: 'timeseries',
        title: 'Load',
        show_legend: false,
        legend_size: '0',
        time: { live_span: '1h' },
        requests: [
          {
            q: 'avg:system.load.1{service:cartservice}, avg:system.load.5{service:cartservice}',
            display_type: 'area',
          },
          {
            q: 'avg:system.load.limit{*}',
            metadata: [{ expression: 'avg:system.load.limit{*}', alias_name: 'Limit' }],
          },
        ],
      },
      layout: at(21, 0, 47, 15),
    },
    {
      id: 2,
      definition: {
        type: 'timeseries',
        title: 'Log lines',
        requests: [
          {
            log_query: {
              index: 'main',
              search: { query: 'service:cartservice status:error' },
              compute: { aggregation: 'count' },
              group_by: [{ facet: 'host', limit: 10 }],
            },
            display_type: 'bars',
          },
        ],
      },
      layout: at(21, 16, 47, 15),
    },
    {
      id: 3,
      definition: {
        type: 'hostmap',
        title: 'Hosts',
        requests: { fill: { q: 'avg:system.cpu.user{service:cartservice} by {host}' }, size: null },
        node_type: 'host',
        no_metric_hosts: false,
        no_group_hosts: true,
        group: ['zone'],
        scope: ['service:cartservice'],
      },
      layout: at(0, 32, 40, 30),
    },
    {
      id: 4,
      definition: {
        type: 'scatterplot',
        title: 'Load and memory',
        requests: {
          x: { q: 'avg:system.load.1{service:cartservice} by {host}', aggregator: 'avg' },
          y: { q: 'avg:system.mem.used{service:cartservice} by {host}', aggregator: 'avg' },
        },
        color_by_groups: [],
      },
      layout: at(41, 32, 40, 30),
    },
    {
      id: 5,
      definition: { type: 'alert_graph', alert_id: '123', viz_type: 'timeseries', title: '' },
      layout: at(82, 0, 20, 10),
    },
    { id: 6, definition: { type: 'free_text', text: 'Shop', color: '#4d4d4d' }, layout: at(82, 11, 20, 5) },
  ],
  template_variables: null,
  layout_type: 'free',
  is_read_only: true,
  notify_list: null,
  restricted_roles: null,
};
