/** The link that opens Rookout with these label filters, joined and percent-encoded. */
export function linkTo(filters: string): string {
  return `https://app.rookout.com/?labels=${filters}`;
}

export function metricPoints(filters: string): object {
  return { label: 'Set metric points', link: linkTo(filters) };
}

/** A graph in the form that Datadog exports most: queries and formulas. */
export function timeseries(title: string | undefined, query: string, more: object = {}): any {
  return {
    ...(title === undefined ? {} : { title }),
    title_size: '16',
    title_align: 'left',
    show_legend: true,
    type: 'timeseries',
    requests: [
      {
        formulas: [{ formula: 'query1' }],
        queries: [{ name: 'query1', data_source: 'metrics', query }],
        response_format: 'timeseries',
        display_type: 'line',
      },
    ],
    ...more,
  };
}

/** A graph over logs. */
export function logs(title: string, query: string): any {
  return {
    title,
    type: 'timeseries',
    requests: [
      {
        formulas: [{ formula: 'query1' }],
        queries: [
          {
            name: 'query1',
            data_source: 'logs',
            search: { query },
            indexes: ['*'],
            compute: { aggregation: 'count' },
          },
        ],
        response_format: 'timeseries',
      },
    ],
  };
}

/** A graph of which nobody can tell what it shows. */
function traces(title: string): any {
  const queries = [{ name: 'query1', data_source: 'traces' }];
  return { title, type: 'timeseries', requests: [{ response_format: 'timeseries', queries }] };
}

/** A graph in the oldest form. */
export function legacy(title: string, q: string): any {
  return { title, type: 'timeseries', requests: [{ q, display_type: 'area' }] };
}

export function group(title: string, ...definitions: any[]): any {
  const widgets = definitions.map((definition, index) => placed(definition, index, 4));
  return { title, type: 'group', layout_type: 'ordered', widgets };
}

function placed(definition: any, index: number, width: number): any {
  return { id: 7000 + index, definition, layout: { x: (index * width) % 12, y: 0, width, height: 2 } };
}

export function dashboard(title: string, ...definitions: any[]): any {
  return {
    title,
    description: 'Exported from Datadog',
    widgets: definitions.map((definition, index) => placed(definition, index, 6)),
    template_variables: [{ name: 'service', prefix: 'service', available_values: [], defaults: ['*'] }],
    layout_type: 'ordered',
    notify_list: [],
    reflow_type: 'fixed',
    id: 'abc-def-ghi',
  };
}

/** A shop's dashboard with graphs of every kind that there is something to say about. */
export function shop(): any {
  return dashboard(
    'Online Boutique',
    { type: 'note', content: 'Runbook: https://example.com' },
    group(
      'Cart',
      timeseries('Memory', 'avg:kubernetes.memory.usage{kube_deployment:cartservice,env:prod} by {pod_name}'),
      timeseries('Everything', 'avg:system.cpu.user{*}'),
    ),
    logs('Errors', 'service:checkoutservice status:error'),
    legacy('Latency', 'avg:trace.http.request{service:frontend}'),
    timeseries('Hits', 'sum:trace.http.request.hits{$service}.as_count()'),
    traces('Traces'),
    {
      type: 'query_value',
      title: 'Pods',
      requests: [{ q: 'sum:kubernetes.pods.running{kube_deployment:cartservice}' }],
    },
  );
}

/** A dashboard of the older kind: widgets stand anywhere, and are of a size in other units. */
export function free(): any {
  return {
    title: 'Wall',
    layout_type: 'free',
    widgets: [
      {
        id: 1,
        layout: { x: 3, y: 61, width: 47, height: 15 },
        definition: legacy('Load', 'avg:system.load.1{service:frontend} by {host}'),
      },
    ],
  };
}

/** A dashboard whose widgets are spread over tabs. */
export function tabbed(): any {
  return {
    ...dashboard('Tabbed', timeseries('CPU', 'avg:container.cpu.usage{kube_deployment:adservice}')),
    tabs: [{ id: 't1', name: 'One', widget_ids: [7000] }],
  };
}
