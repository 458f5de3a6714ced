/** Dashboards in the shapes that Datadog's exports have: each shows other kinds of widgets and requests. */

type Json = Record<string, unknown>;

const at = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

/** Fields that Datadog's server adds to an export. */
const SERVER_FIELDS = {
  id: 'abc-def-ghi',
  url: '/dashboard/abc-def-ghi/shop',
  author_handle: 'someone@example.com',
  author_name: 'Someone',
  created_at: '2024-01-01T00:00:00.000000+00:00',
  modified_at: '2024-01-02T00:00:00.000000+00:00',
  is_read_only: false,
};

/** A request as the UI writes it now: queries and formulas. */
function request(dataSource: string, ...queries: Json[]): Json {
  return {
    response_format: 'timeseries',
    queries: queries.map((query, index) => ({
      name: `query${index + 1}`,
      data_source: dataSource,
      ...query,
    })),
    formulas: queries.map((_, index) => ({ formula: `query${index + 1}` })),
    style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' },
    display_type: 'line',
  };
}

function metric(...queries: string[]): Json {
  return request('metrics', ...queries.map((query) => ({ query })));
}

function searching(dataSource: string, query: string): Json {
  return request(dataSource, {
    search: { query },
    indexes: ['*'],
    compute: { aggregation: 'count' },
    group_by: [],
  });
}

function timeseries(title: string | null | undefined, ...requests: Json[]): Json {
  return {
    ...(title === undefined ? {} : { title }),
    title_size: '16',
    title_align: 'left',
    show_legend: true,
    legend_layout: 'auto',
    legend_columns: ['avg', 'min', 'max', 'value', 'sum'],
    type: 'timeseries',
    requests,
  };
}

/** A current dashboard: groups, every form of request on a timeseries, variables with presets, server fields. */
export const SERVICES: Json = {
  ...SERVER_FIELDS,
  title: 'Shop services',
  description: 'What the shop runs on',
  widgets: [
    {
      id: 1001,
      definition: timeseries(
        'CPU',
        metric('avg:kubernetes.cpu.usage.total{kube_deployment:cartservice,env:prod}'),
      ),
      layout: at(0, 0, 6, 3),
    },
    {
      id: 1002,
      definition: {
        title: 'Running',
        type: 'group',
        background_color: 'vivid_blue',
        show_title: true,
        layout_type: 'ordered',
        widgets: [
          {
            id: 1003,
            definition: timeseries('Memory', {
              q: 'avg:kubernetes.memory.usage{kube_deployment:cartservice} by {pod_name}',
            }),
            layout: at(0, 0, 4, 2),
          },
          {
            id: 1004,
            definition: timeseries(undefined, metric('sum:hits{kube_deployment:cartservice}.as_count()')),
            layout: at(4, 0, 4, 2),
          },
          {
            id: 1005,
            definition: timeseries(null, metric('sum:errors{kube_deployment:$kube_deployment.value}')),
            layout: at(8, 0, 4, 2),
          },
        ],
      },
      layout: at(0, 3, 12, 3),
    },
    {
      id: 1006,
      definition: timeseries('Of the chosen', metric('avg:mem{$kube_deployment,$env}', 'avg:limit{*}')),
      layout: at(6, 0, 6, 3),
    },
    {
      id: 1007,
      definition: {
        ...timeseries(
          'Errors',
          searching('logs', 'service:cartservice env:prod status:error -@usr.id:test*'),
        ),
        custom_links: [
          { label: 'Runbook', link: 'https://wiki.example.com/{{service.value}}' },
          { override_label: 'logs', is_hidden: true },
        ],
      },
      layout: at(0, 6, 6, 3),
    },
    {
      id: 1008,
      definition: timeseries('Spans', searching('spans', 'service:(frontend OR cartservice) @duration:>5')),
      layout: at(6, 6, 6, 3),
    },
    {
      id: 1009,
      definition: timeseries('Views', searching('rum', '@type:view @application.id:abc "checkout page"')),
      layout: at(0, 9, 6, 3),
    },
    {
      id: 1010,
      definition: timeseries(
        'Latency',
        request('apm_resource_stats', {
          env: 'prod',
          service: 'cartservice',
          stat: 'latency_p95',
          operation_name: 'http.request',
          group_by: ['resource_name'],
        }),
      ),
      layout: at(6, 9, 6, 3),
    },
    {
      id: 1011,
      definition: timeseries(
        'Processes',
        request('process', {
          metric: 'process.stat.cpu.total_pct',
          tag_filters: ['service:cartservice', 'env:prod'],
          text_filter: '',
          limit: 10,
        }),
      ),
      layout: at(0, 12, 6, 3),
    },
    { id: 1012, definition: timeseries('Spoilt', metric('avg:mem{service:"cart}')), layout: at(6, 12, 6, 3) },
    {
      id: 1013,
      definition: {
        ...timeseries(
          'Requests [k8s_deployment:frontend] [ms]',
          metric('sum:requests{kube_deployment:frontend}'),
        ),
        custom_links: [{ label: 'Set metric points', link: 'https://old.example.com' }],
      },
      layout: at(0, 15, 6, 3),
    },
    {
      id: 1014,
      definition: timeseries('Share', {
        response_format: 'timeseries',
        queries: [
          { name: 'a', data_source: 'metrics', query: 'sum:errors{service:cartservice}.as_count()' },
          { name: 'b', data_source: 'metrics', query: 'sum:hits{service:cartservice,env:prod}.as_count()' },
        ],
        formulas: [{ formula: 'a / b * 100', alias: 'errors, %' }],
      }),
      layout: at(6, 15, 6, 3),
    },
  ],
  template_variables: [
    {
      name: 'kube_deployment',
      prefix: 'kube_deployment',
      available_values: ['cartservice', 'frontend'],
      default: '*',
    },
    { name: 'env', prefix: 'env', available_values: [], defaults: ['prod'] },
    { name: 'free', prefix: null, available_values: [] },
  ],
  template_variable_presets: [{ name: 'Live', template_variables: [{ name: 'env', values: ['prod'] }] }],
  layout_type: 'ordered',
  notify_list: ['zoe@example.com', 'adam@example.com'],
  reflow_type: 'fixed',
  tags: ['team:shop'],
};

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

/** A dashboard with tabs, which name widgets by id, in lists. */
export const TABS: Json = {
  ...SERVER_FIELDS,
  title: 'Shop tabs',
  description: '',
  widgets: [
    {
      id: 7001,
      definition: timeseries('CPU', metric('avg:cpu{service:cartservice}')),
      layout: at(0, 0, 12, 3),
    },
    { id: 7002, definition: { type: 'note', content: 'Second' }, layout: at(0, 0, 12, 3) },
    { id: 7003, definition: timeseries('CPU', metric('avg:cpu{service:frontend}')), layout: at(0, 3, 12, 3) },
  ],
  template_variables: [],
  layout_type: 'ordered',
  notify_list: [],
  reflow_type: 'fixed',
  tabs: [
    { id: 'aaaa-1', name: 'Cart', widget_ids: [7001, 7003] },
    { id: 'aaaa-2', name: 'Notes', widget_ids: [7002] },
  ],
  dashboard_lists: [7, 8],
};

/** All of them, by name. */
export const DASHBOARDS: Record<string, Json> = { SERVICES, CANVAS, ARRANGED, TABS };
