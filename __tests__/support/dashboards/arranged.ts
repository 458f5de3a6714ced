import { Json, metric, searching, timeseries } from './parts';

/** A dashboard that Datadog arranges: widgets without layout, powerpacks, split graphs, kinds that nobody knows. */
export const ARRANGED: Json = {
  title: 'Shop ${overview} %{if}',
  widgets: [
    {
      definition: {
        type: 'note',
        content: 'Costs $5, [env:prod]',
        background_color: 'white',
        show_tick: false,
      },
    },
    {
      definition: {
        type: 'powerpack',
        powerpack_id: '2a1b3c4d-0000-1111-2222-333344445555',
        template_variables: {
          controlled_by_powerpack: [{ name: 'service', prefix: 'service', values: ['cart'] }],
        },
      },
    },
    {
      definition: {
        type: 'split_group',
        title: 'By service',
        source_widget_definition: timeseries('Hits', metric('sum:hits{env:prod} by {service}')),
        split_config: {
          split_dimensions: [{ one_graph_per: 'service' }],
          limit: 12,
          sort: { order: 'desc' },
        },
        size: 'md',
        has_uniform_y_axes: true,
      },
    },
    {
      definition: { type: 'brand_new_kind', anything: [null, { requests: [{ q: 'avg:a{service:cart}' }] }] },
    },
    {
      definition: {
        type: 'query_value',
        title: 'Orders',
        autoscale: true,
        requests: [metric('sum:orders{service:cartservice}')],
      },
    },
    {
      definition: {
        type: 'toplist',
        title: 'Slowest',
        requests: [{ q: "top(avg:latency{service:cartservice} by {host}, 10, 'mean', 'desc')" }],
      },
    },
    {
      definition: {
        type: 'query_table',
        title: 'Services',
        requests: [{ response_format: 'scalar', ...searching('logs', 'service:$svc.value') }],
      },
    },
    {
      definition: {
        type: 'list_stream',
        title: 'Lines',
        requests: [
          {
            response_format: 'event_list',
            columns: [],
            query: { data_source: 'logs_stream', query_string: 'service:cartservice', indexes: [] },
          },
        ],
      },
    },
    {
      definition: {
        type: 'heatmap',
        title: 'Spread',
        requests: [metric('avg:latency{env:prod AND service IN (cartservice, frontend)} by {host}')],
      },
    },
    {
      definition: {
        type: 'custom',
        app_id: 'a82a4f89-0690-48cf-bad0-9603fb652f44',
        custom_widget_key: 'Rookout',
        options: {},
      },
    },
    {
      definition: timeseries(
        'Anything',
        metric('avg:mem{service:cart*}', 'avg:mem{!service:cart}', 'avg:mem{*}'),
      ),
    },
  ],
  template_variables: [{ name: 'svc', prefix: 'service' }],
  layout_type: 'ordered',
  reflow_type: 'auto',
  pause_auto_refresh: false,
};
