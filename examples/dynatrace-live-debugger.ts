import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutDashboard } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'dynatrace');

// Dynatrace's page opens the Live Debugger, where breakpoints are set as in Rookout. Its URL has no documented
// filter, so people choose the instances there, with the labels in the graph's title.
stack.node.setContext('rookout', {
  sessionLink: 'https://TENANT/ui/apps/dynatrace.devobs.debugger/debugger',
  fixedSessionLink: true,
  linkLabel: 'Open Live Debugger',
});
new DatadogProvider(stack, 'Datadog');

const dashboard = new RookoutDashboard(stack, 'Shop', { title: 'Shop', overview: false });
dashboard.addService('cartservice');
app.synth();
