import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutApp, RookoutDashboard } from 'cdktf-datadog-rookout';

const app = new App();
const stack = new TerraformStack(app, 'francais');

// One setting for the whole tree: dashboard, app and manifest are in French.
stack.node.setContext('rookout', { locale: 'fr' });

new DatadogProvider(stack, 'Datadog');
new RookoutDashboard(stack, 'Overview', {
  app: new RookoutApp(stack, 'App'),
  services: ['cartservice', 'frontend'],
});
app.synth();
