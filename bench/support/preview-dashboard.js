/** A dashboard of graphs, two in a row, each with a label filter and a link of the clicked line. */
exports.dashboardOf = function dashboardOf(graphs, title) {
  return {
    title,
    layout_type: 'ordered',
    widgets: Array.from({ length: graphs }, (_, index) => ({
      layout: { x: (index % 2) * 6, y: Math.floor(index / 2) * 3, width: 6, height: 3 },
      definition: {
        type: 'timeseries',
        title: `Memory ${index} [k8s_deployment:cart${index}]`,
        custom_links: [
          {
            label: 'Set metric points',
            link: `https://app.rookout.com/?labels=k8s_deployment%3Acart${index}%2C%24hostname%3A{{pod_name.value}}`,
          },
        ],
        requests: [
          {
            formulas: [{ formula: 'query1' }],
            queries: [
              {
                name: 'query1',
                data_source: 'metrics',
                query: `avg:kubernetes.memory.usage{kube_deployment:cart${index}} by {host}`,
              },
            ],
            response_format: 'timeseries',
          },
        ],
      },
    })),
  };
};
