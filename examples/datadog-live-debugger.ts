import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutDashboard } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'live-debugger');

// Datadog's page lists the sessions of its own Live Debugger. People choose service and environment there, since the
// URL has no documented parameters. Its probes do not report like Rookout's metric points, so there is no list of them.
stack.node.setContext('rookout', {
  sessionLink: 'https://app.datadoghq.com/debugging/sessions',
  fixedSessionLink: true,
  linkLabel: 'Open Live Debugger',
});
new DatadogProvider(stack, 'Datadog');

const dashboard = new RookoutDashboard(stack, 'Shop', { title: 'Shop', overview: false });
dashboard.addService('cartservice');
app.synth();
