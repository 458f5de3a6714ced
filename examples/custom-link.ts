import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutDashboard, RookoutTimeseries } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'custom-link');

// {labels} becomes the label filters; {{…}} are Datadog's own variables and stay as they are.
stack.node.setContext('rookout', {
  sessionLink: 'https://rookout.example.com/session?filters={labels}&from={{timestamp_start}}',
});

new DatadogProvider(stack, 'Datadog');
const dashboard = new RookoutDashboard(stack, 'Payments', { title: 'Payments', overview: false });

// A graph that exists already. Its own links stay, and Set metric points is added.
new RookoutTimeseries(dashboard, 'Latency', {
  service: 'paymentservice',
  definition: {
    type: 'timeseries',
    title: 'Payment latency',
    requests: [
      {
        response_format: 'timeseries',
        queries: [
          { data_source: 'metrics', name: 'p95', query: 'p95:trace.grpc.server{service:paymentservice}' },
        ],
        formulas: [{ formula: 'p95' }],
        display_type: 'line',
      },
    ],
    custom_links: [{ label: 'Runbook', link: 'https://example.com/runbooks/payments' }],
  },
});
app.synth();
