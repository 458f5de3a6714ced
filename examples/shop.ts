// The same stack as examples/python, examples/java, examples/go and examples/csharp.
import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { join } from 'path';
import { RookoutApp, RookoutDashboard, WidgetDisplayType } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'shop');
new DatadogProvider(stack, 'Datadog');

const overview = new RookoutDashboard(stack, 'Overview', {
  title: 'Shop',
  app: new RookoutApp(stack, 'App'),
  services: ['cartservice', 'frontend'],
  templateVariables: [{ name: 'namespace', prefix: 'kube_namespace' }],
});

overview.addTimeseries({
  service: 'checkoutservice',
  subject: 'Errors',
  query: 'sum:trace.grpc.server.errors{service:checkoutservice}.as_count()',
  displayType: WidgetDisplayType.BARS,
  yaxis: { min: '0', includeZero: true },
  markers: [{ value: 'y = 10', label: 'limit', displayType: 'error dashed' }],
});

// Any widget in Datadog's JSON: as an object …
overview.addWidget(
  { type: 'note', content: 'Who to call: #shop', background_color: 'yellow' },
  { width: 12, height: 1 },
);

// … or as text, which loses nothing in any language.
overview.addWidget('{"type": "free_text", "text": "One click to Rookout", "font_size": "24"}');

RookoutDashboard.fromFile(stack, 'Checkout', { path: join(__dirname, 'dashboards', 'checkout.json') });

new TerraformOutput(stack, 'OverviewUrl', { value: overview.address });

app.synth();
