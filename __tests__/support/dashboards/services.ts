import { at, Json, metric, request, searching, SERVER_FIELDS, timeseries } from './parts';

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
