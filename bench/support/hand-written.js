/** The dashboard of tagged graphs as somebody without the constructs would write it. */
exports.handWritten = function handWritten({ title, graphs }) {
  return {
    title,
    description: '',
    widgets: graphs.map((graph, index) => ({
      definition: timeseries(graph),
      layout: { x: (index % 2) * 6, y: Math.floor(index / 2) * 3, width: 6, height: 3 },
    })),
    template_variables: [],
    layout_type: 'ordered',
    notify_list: [],
    reflow_type: 'fixed',
  };
};

function timeseries({ service, subject, query }) {
  const label = `k8s_deployment:${service}`;
  return {
    title: `${service} ${subject} [${label}]`,
    title_size: '16',
    title_align: 'left',
    show_legend: true,
    legend_layout: 'auto',
    legend_columns: ['avg', 'min', 'max', 'value', 'sum'],
    type: 'timeseries',
    requests: [
      {
        formulas: [{ formula: 'query1' }],
        queries: [{ data_source: 'metrics', name: 'query1', query }],
        response_format: 'timeseries',
        style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' },
        display_type: 'line',
      },
    ],
    custom_links: [
      {
        label: 'Set metric points',
        link: `https://app.rookout.com/?labels=${encodeURIComponent(`${label},$hostname:`)}{{pod_name.value}}`,
      },
    ],
  };
}
